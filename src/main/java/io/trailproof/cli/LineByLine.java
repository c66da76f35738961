package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Gate;
import io.trailproof.check.result.InputFile;
import io.trailproof.check.result.Tally;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.InternalFault;
import io.trailproof.diagnostic.SaidOnce;
import io.trailproof.report.JsonLines;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes what comes of a run to standard output, a line of JSON for each deployment as soon as it
 * is judged, and keeps no more of it than what the last line has to say.
 */
final class LineByLine {
  private final PrintStream out;
  private final Tally tally;
  private final SaidOnce said = new SaidOnce();
  private boolean unreadable;
  private boolean failed;

  LineByLine(PrintStream out, Gate gate) {
    this.out = out;
    this.tally = new Tally(gate);
  }

  /** Writes a deployment. */
  void write(DeploymentResult deployment, List<InputFile> files) {
    tally.add(deployment);
    try {
      JsonLines.deployment(deployment, files, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a print stream keeps what goes wrong to itself
    }
  }

  /** Writes what is said, each thing once. */
  void write(List<Diagnostic> diagnostics) {
    unreadable |= diagnostics.stream().anyMatch(Diagnostic::isError);
    failed |= InternalFault.isAmong(diagnostics);
    for (Diagnostic one : diagnostics) {
      if (said.isNew(one)) {
        try {
          JsonLines.diagnostic(one, out);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** What was counted so far. */
  Tally tally() {
    return tally;
  }

  /** True if something could not be read. */
  boolean hasUnreadable() {
    return unreadable;
  }

  /** Writes the last line; the exit code that it states. */
  ExitCode end(CheckResult run) {
    ExitCode code =
        failed
            ? ExitCode.INTERNAL
            : unreadable
                ? ExitCode.UNREADABLE
                : tally.isRefused() ? ExitCode.FINDINGS : ExitCode.PROVEN;
    try {
      JsonLines.last(run, tally, Version.current(), code.status(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return code;
  }
}
