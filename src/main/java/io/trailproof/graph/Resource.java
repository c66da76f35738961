package io.trailproof.graph;

import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One AWS resource in canonical words, whatever format it was written in.
 *
 * @param type a type of the catalog, such as {@code aws.sns.Topic}
 * @param dialect the format it was written in, for messages that spell its properties
 * @param properties canonical names to values; a name that is not there is absent
 * @param span the resource in its input; null for what no input wrote
 */
public record Resource(
    ResourceId id,
    String type,
    Dialect dialect,
    Existence existence,
    Place place,
    Map<String, Value> properties,
    @Nullable Span span) {
  private static final String UNCHANGED = "unchanged";
  private static final String UNORDERED = "unordered";
  private static final String KEPT = "kept";

  public Resource {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** Told by the id: the properties hold whole policies, and equal resources have equal ids. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** A property; absent if the resource does not have it. */
  public Value property(String name) {
    Value written = written(name);
    return written == null ? new Value.Absent(Origin.at(span)) : written;
  }

  /** True if a property is there, and not said to be unset. */
  public boolean has(String name) {
    Value written = written(name);
    return written != null && !written.isAbsent();
  }

  private @Nullable Value written(String name) {
    Value value = properties.get(name);
    return value;
  }

  /** The address, as users know it. */
  public String address() {
    return id.address();
  }

  /** True if the input leaves it as it was, so that nothing about it is asked of AWS anew. */
  public boolean isUnchanged() {
    return properties.containsKey(UNCHANGED);
  }

  /** The same resource, left as it was. */
  public Resource unchanged() {
    return with(UNCHANGED, Value.flag(true, Origin.at(span)));
  }

  /**
   * True if nothing in the input orders it after anything else that the input makes: it refers to
   * nothing and waits for nothing.
   */
  public boolean isUnordered() {
    return properties.containsKey(UNORDERED);
  }

  /** The same resource, made whenever the run comes to it. */
  public Resource unordered() {
    return with(UNORDERED, Value.flag(true, Origin.at(span)));
  }

  /** True if the input changes the resource, and leaves what an argument of it was. */
  public boolean keeps(String argument) {
    return properties.get(KEPT) instanceof Value.Items kept
        && kept.items().stream().anyMatch(one -> one.asText().filter(argument::equals).isPresent());
  }

  /** The same resource, of which some arguments are what they were. */
  public Resource keeping(List<String> arguments) {
    List<Value> kept = new ArrayList<>();
    arguments.forEach(argument -> kept.add(Value.text(argument, Origin.at(span))));
    return kept.isEmpty() ? this : with(KEPT, new Value.Items(kept, Origin.at(span)));
  }

  /** The same resource with one property more or changed. */
  public Resource with(String name, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(properties);
    changed.put(name, value);
    return new Resource(id, type, dialect, existence, place, changed, span);
  }

  /** The same resource, where the input sets a property anew; absent for one that is left out. */
  public Resource setting(String name, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(properties);
    changed.remove(UNCHANGED);
    changed.remove(KEPT);
    if (value.isAbsent()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Resource(id, type, dialect, existence, place, changed, span);
  }
}
