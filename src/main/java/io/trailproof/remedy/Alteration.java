package io.trailproof.remedy;

import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One change of a deployment, in the words of the catalog. */
public sealed interface Alteration {
  /** The resource that it changes or makes. */
  ResourceId resource();

  /**
   * A property gets another value.
   *
   * @param property its canonical name
   * @param value as it is read from the input
   * @param written as it is written, where a plan shows something else
   */
  record Set(ResourceId resource, String property, Value value, Value written)
      implements Alteration {
    /** A value that is read as it is written. */
    public Set(ResourceId resource, String property, Value value) {
      this(resource, property, value, value);
    }
  }

  /**
   * A property is left out.
   *
   * @param property its canonical name
   */
  record Unset(ResourceId resource, String property) implements Alteration {}

  /**
   * A resource more.
   *
   * @param type a type of the catalog
   * @param beside the one whose place, file and provider it shares
   * @param properties canonical names to values
   * @param after what has to be made before it, though it refers to none of it
   */
  record Add(
      ResourceId resource,
      String type,
      ResourceId beside,
      Map<String, Value> properties,
      List<ResourceId> after)
      implements Alteration {
    public Add {
      properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
      after = List.copyOf(after);
    }

    /** One that waits for nothing but what it refers to. */
    public Add(ResourceId resource, String type, ResourceId beside, Map<String, Value> properties) {
      this(resource, type, beside, properties, List.of());
    }
  }
}
