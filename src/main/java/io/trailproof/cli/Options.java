package io.trailproof.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What several commands make of their options. */
final class Options {
  private static final String TODAY = "--today";

  private Options() {}

  /** The option that tells the day. */
  static void today(Usage usage) {
    usage.text("DATE", "the day by which accepted findings end (default: today, by UTC)", TODAY);
  }

  /** The day, by UTC; where it is not told, the clock is asked when somebody wants to know. */
  static Supplier<LocalDate> today(Arguments arguments) {
    String given = arguments.text(TODAY).orElse("");
    if (given.isEmpty()) {
      return () -> LocalDate.now(ZoneOffset.UTC);
    }
    try {
      LocalDate told = LocalDate.parse(given);
      return () -> told;
    } catch (DateTimeParseException e) {
      throw new Misuse("`" + TODAY + "` takes a date as in 2027-03-31, not `" + given + "`", e);
    }
  }

  /** The value of an option that takes one of some words. */
  static String oneOf(Arguments arguments, String option, String otherwise, List<String> words) {
    String word = arguments.text(option).orElse(otherwise);
    if (!words.contains(word)) {
      throw new Misuse(
          "`" + option + "` takes " + String.join(", ", words) + ", not `" + word + "`");
    }
    return word;
  }

  /** The same of an option that takes some names in small letters, the first if it takes none. */
  static <E extends Enum<E>> E oneOf(Arguments arguments, String option, List<E> all) {
    List<String> words = all.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    return all.get(words.indexOf(oneOf(arguments, option, words.get(0), words)));
  }

  /** When a report has colours. */
  static Terminal.Colour colour(Arguments arguments, String option) {
    return oneOf(arguments, option, List.of(Terminal.Colour.values()));
  }

  /** Words as a sentence lists them: {@code text, json or sarif}. */
  static String listed(List<String> words) {
    return listed(words, " or ");
  }

  /** Things as a sentence lists them together: {@code a trail, a group and a topic}. */
  static String together(List<String> words) {
    return listed(words, " and ");
  }

  private static String listed(List<String> words, String before) {
    int last = words.size() - 1;
    return last <= 0
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + before + words.get(last);
  }
}
