package io.trailproof.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command line gives to a command.
 *
 * @param options by {@link Usage.Option#name() their names}, the values of those that are given: of
 *     one that takes nothing, none
 * @param words those that follow no option
 */
record Arguments(Map<String, List<String>> options, List<String> words) {
  Arguments {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    words = List.copyOf(words);
  }

  /** True if an option is given. */
  boolean has(String option) {
    return options.containsKey(option);
  }

  /** What is given for an option with one value. */
  Optional<String> text(String option) {
    List<String> all = texts(option);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** What is given for an option that may be given several times. */
  List<String> texts(String option) {
    return options.getOrDefault(option, List.of());
  }

  /** The keys that are given for an option, with what belongs to each. */
  Map<String, String> pairs(String option) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : texts(option)) {
      int sign = pair.indexOf('=');
      pairs.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    return pairs;
  }

  /** A word that follows no option, by how many of these are before it. */
  Optional<String> word(int before) {
    return before < words.size() ? Optional.of(words.get(before)) : Optional.empty();
  }

  /** Arguments while a line is read. */
  static final class Draft {
    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    /** Notes an option that takes nothing. */
    void flag(Usage.Option option) {
      options.put(option.name(), List.of());
    }

    /** Notes a value of an option. */
    void value(Usage.Option option, String value) {
      options.computeIfAbsent(option.name(), any -> new ArrayList<>()).add(value);
    }

    void word(String word) {
      words.add(word);
    }

    boolean has(Usage.Option option) {
      return options.containsKey(option.name());
    }

    int wordCount() {
      return words.size();
    }

    Arguments finish() {
      return new Arguments(options, words);
    }
  }
}
