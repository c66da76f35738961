package io.trailproof.starter;

import java.util.List;

/**
 * A resource to be written, in the words of a dialect.
 *
 * @param why what it is there for: a comment above it; none if empty
 * @param properties what the service is told
 * @param beside what the dialect's own engine is told, such as {@code depends_on} or {@code
 *     DeletionPolicy}
 */
public record Part(
    String type, String name, String why, List<Field> properties, List<Field> beside) {
  public Part {
    properties = List.copyOf(properties);
    beside = List.copyOf(beside);
  }

  /** One of which the dialect's engine is told nothing. */
  static Part of(String type, String name, String why, Field... properties) {
    return new Part(type, name, why, List.of(properties), List.of());
  }

  /** The same, with something for the dialect's engine. */
  Part beside(Field... more) {
    return new Part(type, name, why, properties, List.of(more));
  }
}
