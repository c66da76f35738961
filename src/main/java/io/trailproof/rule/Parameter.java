package io.trailproof.rule;

import java.util.List;

/**
 * An argument that a predicate takes below {@code with}.
 *
 * @param needed whether it has to be given
 * @param words what it may be; any text if there are none
 */
public record Parameter(String name, boolean needed, List<String> words) {
  public Parameter {
    words = List.copyOf(words);
  }

  /** One that has to be given, and one of some words. */
  public static Parameter needed(String name, List<String> words) {
    return new Parameter(name, true, words);
  }

  /** One that may be left out. */
  public static Parameter optional(String name, String... words) {
    return new Parameter(name, false, List.of(words));
  }
}
