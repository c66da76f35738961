package io.trailproof.catalog;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Canonical properties in the words of a dialect: the way back of what a binding reads. */
final class WrittenProperties {
  private WrittenProperties() {}

  static Value.Fields of(
      List<Property> known, Map<String, Value> properties, Dialect dialect, String type) {
    Map<String, Value> written = new LinkedHashMap<>();
    for (Property property : known) {
      Value value = properties.get(property.name());
      Optional<Property.Spelling> spelling = property.spelling(dialect, type);
      if (value != null && spelling.isPresent() && spelling.get().pairs().isEmpty()) {
        spelling.get().path().put(written, itemwise(property, value, dialect, type));
      }
    }
    return new Value.Fields(written, Origin.NOWHERE);
  }

  /** The objects of a list by the names of their own properties. */
  private static Value itemwise(Property property, Value value, Dialect dialect, String type) {
    if (property.items().isEmpty() || !(value instanceof Value.Items list)) {
      return value;
    }
    return new Value.Items(
        list.items().stream()
            .map(
                one ->
                    one instanceof Value.Fields object
                        ? of(property.items(), object.fields(), dialect, type)
                        : one)
            .toList(),
        value.origin());
  }
}
