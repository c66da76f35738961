package io.trailproof.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An option of the command line that belongs to one format; it may be given several times.
 *
 * @param name with its dashes
 * @param label stands for a value in the help; empty if it takes none
 * @param pairs true if each value is a key, {@code =} and what belongs to it
 */
public record FormatOption(String name, String label, String description, boolean pairs) {
  /** An option that takes texts. */
  public static FormatOption texts(String name, String label, String description) {
    return new FormatOption(name, label, description, false);
  }

  /** An option that takes nothing. */
  public static FormatOption flag(String name, String description) {
    return new FormatOption(name, "", description, false);
  }

  /** True if it takes nothing. */
  public boolean isFlag() {
    return label.isEmpty();
  }

  /** An option that takes keys with what belongs to each. */
  public static FormatOption pairs(String name, String label, String description) {
    return new FormatOption(name, label, description, true);
  }

  /**
   * What the user gave for the options of all formats.
   *
   * @param texts the values of options that take texts
   * @param pairs those of the others
   */
  public record Given(
      Map<FormatOption, List<String>> texts, Map<FormatOption, Map<String, String>> pairs) {
    /** Nothing given. */
    public static final Given NONE = new Given(Map.of(), Map.of());

    public Given {
      texts = Map.copyOf(texts);
      pairs = Map.copyOf(pairs);
    }

    /** The same with more texts for an option; they come first. */
    public Given with(FormatOption option, List<String> more) {
      Map<FormatOption, List<String>> all = new HashMap<>(texts);
      all.merge(
          option, more, (given, first) -> Stream.of(first, given).flatMap(List::stream).toList());
      return new Given(all, pairs);
    }

    /** The same with more keys for an option, which win over those that are there. */
    public Given with(FormatOption option, Map<String, String> more) {
      Map<FormatOption, Map<String, String>> all = new HashMap<>(pairs);
      Map<String, String> both = new HashMap<>(pairsOf(option));
      both.putAll(more);
      all.put(option, both);
      return new Given(texts, all);
    }

    /** The values of an option, in the order of the command line. */
    public List<String> textsOf(FormatOption option) {
      return texts.getOrDefault(option, List.of());
    }

    /** True if an option that takes nothing was given. */
    public boolean has(FormatOption option) {
      return !textsOf(option).isEmpty();
    }

    /** The keys of an option with what belongs to each. */
    public Map<String, String> pairsOf(FormatOption option) {
      return pairs.getOrDefault(option, Map.of());
    }
  }
}
