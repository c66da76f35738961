package io.trailproof.cli;

import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.source.PathName;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that makes no sense; the nearest word that would is named. */
final class Slip {
  private final CommandSpec spec;
  private final List<String> commands;

  /**
   * What is said of a line.
   *
   * @param commands the words that it may begin with; none where it has begun
   */
  Slip(CommandSpec spec, List<String> commands) {
    this.spec = spec;
    this.commands = List.copyOf(commands);
  }

  /** The problem in a line. */
  String of(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().get(0));
    }
    return pairs(e).orElse(String.valueOf(e.getMessage()));
  }

  /** What was given as a value of a parameter may be secret, and is not repeated. */
  private static Optional<String> pairs(ParameterException e) {
    return e.getArgSpec() instanceof OptionSpec option && option.typeInfo().isMap()
        ? Optional.of("`" + option.longestName() + "` takes " + option.paramLabel())
        : Optional.empty();
  }

  private String unknown(String word) {
    if (word.startsWith("-")) {
      String option = word.replaceFirst("=.*", "");
      return "there is no option `" + option + "`" + meant(option(option));
    }
    if (commands.isEmpty()) {
      return "`" + word + "` is one argument too many";
    }
    Optional<String> file =
        isThere(word) ? Optional.of("trailproof check " + word) : Optional.empty();
    return "there is no command `"
        + word
        + "`"
        + meant(file.or(() -> DidYouMean.nearest(word, commands)));
  }

  /** Of one letter, only the same in another case is near. */
  private Optional<String> option(String word) {
    return DidYouMean.nearest(word, spec.optionsMap().keySet())
        .filter(one -> one.length() > 2 || one.equalsIgnoreCase(word));
  }

  private static boolean isThere(String word) {
    return PathName.of(word).filter(Files::exists).isPresent();
  }

  private static String meant(Optional<String> word) {
    return word.map(one -> "; did you mean `" + one + "`?").orElse("");
  }
}
