package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.report.text.Style;
import java.io.PrintStream;
import java.util.List;

/**
 * Why a run ends without a report, on standard error. The last line counts it, as that of a report
 * does: some servers look for the word.
 *
 * @param help lines of advice
 */
record Complaint(String code, String message, List<String> help) {
  Complaint {
    help = List.copyOf(help);
  }

  /** What a diagnostic says. */
  static Complaint of(Diagnostic diagnostic) {
    return new Complaint(diagnostic.code(), diagnostic.message(), diagnostic.help());
  }

  /** Prints it. */
  void to(Terminal terminal) {
    Style style = terminal.bare();
    PrintStream err = terminal.err();
    err.println("error[" + code + "]: " + style.plain(message));
    help.forEach(line -> err.println("  = help: " + style.plain(line)));
    err.println("1 error");
  }
}
