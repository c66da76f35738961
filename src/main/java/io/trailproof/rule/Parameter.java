package io.trailproof.rule;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An argument that a predicate takes below {@code with}.
 *
 * @param needed whether it has to be given
 * @param words what it may be; any text if there are none
 * @param settable whether a configuration may give it as well: it can only make a rule stricter
 */
public record Parameter(String name, boolean needed, List<String> words, boolean settable) {
  /** What a chain's file gives for what may be set, and is not. */
  public static final String ANY = "any";

  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,8}");

  public Parameter {
    words = List.copyOf(words);
  }

  /** One that has to be given, and one of some words. */
  public static Parameter needed(String name, List<String> words) {
    return new Parameter(name, true, words, false);
  }

  /** One that may be left out. */
  public static Parameter optional(String name, String... words) {
    return new Parameter(name, false, List.of(words), false);
  }

  /** A number of seconds that may be left out, and that a configuration may give. */
  public static Parameter seconds(String name) {
    return new Parameter(name, false, List.of(), true);
  }

  /** True if it may be that. */
  public boolean takes(String text) {
    return settable
        ? text.equals(ANY) || SECONDS.matcher(text).matches()
        : words.isEmpty() || words.contains(text);
  }
}
