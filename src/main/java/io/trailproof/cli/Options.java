package io.trailproof.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;

/** What several commands make of their options. */
final class Options {
  static final List<String> COLOURS = List.of("auto", "always", "never");

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

  /** Words as a sentence lists them: {@code text, json or sarif}. */
  static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
