package io.trailproof.input.cloudformation.hypothesis;

import io.trailproof.graph.Equality;
import io.trailproof.graph.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The values that stacks of one deployment export, by the names they export them under. */
public final class Exports {
  private final Map<String, Supplier<Value>> values = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Offers a value under a name, unless nobody can tell that name. */
  public void add(Value name, Supplier<Value> value) {
    Equality.key(name)
        .ifPresent(
            key -> {
              values.put(key, value);
              counts.merge(key, 1, Integer::sum);
            });
  }

  /** The value under a name that exactly one stack exports. */
  public Optional<Value> get(Value name) {
    return Equality.key(name)
        .filter(key -> counts.getOrDefault(key, 0) == 1)
        .map(values::get)
        .map(Supplier::get);
  }
}
