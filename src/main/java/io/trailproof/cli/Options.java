package io.trailproof.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The few kinds of option that the commands have. */
final class Options {
  static final List<String> COLOURS = List.of("auto", "always", "never");

  private static final String TODAY = "--today";

  private Options() {}

  /** An option with one value. */
  static void text(CommandSpec spec, String label, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names)
            .paramLabel(label)
            .type(String.class)
            .description(description)
            .build());
  }

  /** An option that may be given several times. */
  static void texts(CommandSpec spec, String label, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names)
            .paramLabel(label)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(description + "; may be given several times")
            .build());
  }

  /** An option without a value. */
  static void flag(CommandSpec spec, String description, String... names) {
    spec.addOption(OptionSpec.builder(names).type(boolean.class).description(description).build());
  }

  /** The option that tells the day. */
  static void today(CommandSpec spec) {
    text(spec, "DATE", "the day by which accepted findings end (default: today, by UTC)", TODAY);
  }

  /** The day, by UTC. */
  static LocalDate today(ParseResult parsed) {
    String given = parsed.matchedOptionValue(TODAY, "");
    try {
      return given.isEmpty() ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(given);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          "`" + TODAY + "` takes a date as in 2027-03-31, not `" + given + "`",
          e);
    }
  }

  /** The value of an option that takes one of some words. */
  static String oneOf(ParseResult parsed, String option, String otherwise, List<String> words) {
    String word = parsed.matchedOptionValue(option, otherwise);
    if (!words.contains(word)) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
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
