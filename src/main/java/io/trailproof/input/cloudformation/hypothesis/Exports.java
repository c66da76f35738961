package io.trailproof.input.cloudformation.hypothesis;

import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Rendering;
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
    if (!Rendering.isOpaque(name)) {
      String key = Rendering.key(name);
      values.put(key, value);
      counts.merge(key, 1, Integer::sum);
    }
  }

  /** The value under a name that exactly one stack exports. */
  public Optional<Value> get(Value name) {
    if (Rendering.isOpaque(name)) {
      return Optional.empty();
    }
    String key = Rendering.key(name);
    Supplier<Value> value = counts.getOrDefault(key, 0) == 1 ? values.get(key) : null;
    return Optional.ofNullable(value).map(Supplier::get);
  }
}
