package io.trailproof.api;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Gate;
import io.trailproof.check.result.InputFile;
import io.trailproof.check.result.Tally;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.SaidOnce;
import io.trailproof.report.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one result of many documents, such as those of a partition: first {@link #of} each
 * of them, and then {@link #last}. Together they are what {@code -f jsonl} writes of a run over
 * these documents. A result without its last line counts as cut off, so what is missing is noticed.
 *
 * <p>It keeps what it counts, so one belongs to one result and one thread.
 */
public final class ResultLines {
  private final Tally tally = new Tally(Gate.STRICT);
  private final SaidOnce said = new SaidOnce();
  private int exitCode;

  /** The lines of a document, without line ends. */
  public List<String> of(CheckedDocument document) {
    CheckResult result = document.result();
    List<String> lines = new ArrayList<>();
    for (DeploymentResult deployment : result.deployments()) {
      tally.add(deployment);
      List<InputFile> files =
          result.files().stream()
              .filter(file -> deployment.inputs().contains(file.path()))
              .toList();
      lines.add(line(out -> JsonLines.deployment(deployment, files, out)));
    }
    for (Diagnostic diagnostic : result.diagnostics()) {
      if (said.isNew(diagnostic)) {
        lines.add(line(out -> JsonLines.diagnostic(diagnostic, out)));
      }
    }
    exitCode = Math.max(exitCode, document.exitCode()); // the numbers grow with what is worse
    return lines;
  }

  /** The last line, which says how many documents came to what. */
  public String last() {
    CheckResult run = CheckResult.of(List.of());
    return line(out -> JsonLines.last(run, tally, Trailproof.version(), exitCode, out));
  }

  /** The exit code that a run over the documents so far would have. */
  public int exitCode() {
    return exitCode;
  }

  private interface Writer {
    void to(StringBuilder out) throws IOException;
  }

  private static String line(Writer writer) {
    StringBuilder text = new StringBuilder();
    try {
      writer.to(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing but memory is written to
    }
    return text.substring(0, text.length() - 1);
  }
}
