package io.trailproof.report;

import io.trailproof.check.result.CheckResult;
import io.trailproof.report.html.HtmlPage;
import java.io.IOException;

/** One self-contained page: the proof with its chain drawn, problems, assumptions, evidence. */
final class HtmlReport implements Reporter {
  private final String version;
  private final int exitCode;

  /** A report that states the version of the tool and the exit code of the run. */
  HtmlReport(String version, int exitCode) {
    this.version = version;
    this.exitCode = exitCode;
  }

  @Override
  public void write(CheckResult result, Appendable out) throws IOException {
    out.append(new HtmlPage(result, version, exitCode).text());
  }
}
