package io.trailproof.catalog.constraint;

import io.trailproof.catalog.constraint.Objection.Weight;
import java.util.List;

/**
 * A keyword of a schema that a value does not keep to.
 *
 * @param what continues the name of the property: {@code has to be at least 1, and is 0}
 */
record Limit(String keyword, Weight weight, String what, List<String> help) {
  static Limit of(String keyword, String what, String... help) {
    return new Limit(keyword, Weight.CERTAIN, what, List.of(help));
  }

  boolean isOfType() {
    return keyword.equals("type");
  }

  Limit but(Weight other) {
    return new Limit(keyword, other, what, help);
  }
}
