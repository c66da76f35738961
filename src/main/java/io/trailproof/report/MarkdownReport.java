package io.trailproof.report;

import io.trailproof.check.result.CheckResult;
import io.trailproof.report.markdown.MarkdownPage;
import java.io.IOException;

/**
 * The comment of a pull request, and the summary of a workflow's step: the verdict first, then the
 * chain, what to do, and the rest in folds.
 */
final class MarkdownReport implements Reporter {
  /** A comment takes 65,536 characters. */
  static final int COMMENT = 60_000;

  /** A step's summary takes a mebibyte, and near that it is dropped (actions/runner#4337). */
  static final int SUMMARY = 1_000_000;

  private final String version;
  private final int most;

  /**
   * A report of a length.
   *
   * @param most characters, beyond which whole parts are left out and said to be
   */
  MarkdownReport(String version, int most) {
    this.version = version;
    this.most = most;
  }

  @Override
  public void write(CheckResult result, Appendable out) throws IOException {
    out.append(new MarkdownPage(result, version).within(most));
  }
}
