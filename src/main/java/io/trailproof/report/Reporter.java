package io.trailproof.report;

import io.trailproof.check.result.CheckResult;
import java.io.IOException;

/**
 * Renders a finished run. Same result, same bytes: no clock, locale, environment or absolute path.
 */
@FunctionalInterface
public interface Reporter {
  /** Writes the whole report. */
  void write(CheckResult result, Appendable out) throws IOException;
}
