package io.trailproof.cli;

import io.trailproof.report.Format;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A report that a run is asked for.
 *
 * @param file where it goes; standard output without one
 */
record ReportTarget(Format format, Optional<String> file) {
  private static final String STANDARD_OUTPUT = "-";

  /** Why the reports that are asked for cannot be given: a message for the user. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * The reports of a command line, that of standard output first if there is one: text, unless a
   * format without a file is given.
   *
   * @param formats what {@code --format} was given: words, or words with {@code =FILE}
   * @param output what {@code --output} was given: where the format without a file goes
   * @throws Refused if a word is no format, or two reports have one place
   */
  static List<ReportTarget> of(List<String> formats, Optional<String> output) throws Refused {
    Optional<Format> main = Optional.empty();
    List<ReportTarget> beside = new ArrayList<>();
    for (String asked : formats) {
      int sign = asked.indexOf('=');
      Format format = format(sign < 0 ? asked : asked.substring(0, sign));
      String file = sign < 0 ? STANDARD_OUTPUT : asked.substring(sign + 1);
      if (file.isEmpty()) {
        throw new Refused("`" + asked + "` names no file");
      }
      if (!file.equals(STANDARD_OUTPUT)) {
        beside.add(new ReportTarget(format, Optional.of(file)));
      } else if (main.isPresent()) {
        throw new Refused(
            "one report goes to standard output: give all but one a file, as in `--format "
                + asked
                + "=FILE`");
      } else {
        main = Optional.of(format);
      }
    }
    List<ReportTarget> all = new ArrayList<>();
    all.add(
        new ReportTarget(
            main.orElse(Format.TEXT), output.filter(file -> !file.equals(STANDARD_OUTPUT))));
    all.addAll(beside);
    Set<String> files = new HashSet<>();
    for (ReportTarget target : all) {
      if (target.file().isPresent() && !files.add(target.file().get())) {
        throw new Refused("two reports would go to `" + target.file().get() + "`");
      }
    }
    return List.copyOf(all);
  }

  private static Format format(String word) throws Refused {
    return Format.of(word)
        .orElseThrow(
            () ->
                new Refused(
                    "`--format` takes "
                        + String.join(", ", Format.words())
                        + ", not `"
                        + word
                        + "`"));
  }
}
