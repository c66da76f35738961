package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.InternalFault;

/** How a run ends; the numbers are public: add, never renumber. */
enum ExitCode {
  /** Everything that was asked for is proven. */
  PROVEN(0),
  /** Something is not proven, at or above the severity that counts. */
  FINDINGS(1),
  /** The command line makes no sense. */
  USAGE(2),
  /** An input or a rule could not be read, or the report not be written. */
  UNREADABLE(3),
  /** A fault of ours. */
  INTERNAL(70);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** How a run ends that came to this. */
  static ExitCode of(CheckResult result) {
    if (InternalFault.isAmong(result.diagnostics())) {
      return INTERNAL;
    }
    if (result.hasUnreadable()) {
      return UNREADABLE;
    }
    return result.isRefused() ? FINDINGS : PROVEN;
  }

  int status() {
    return status;
  }
}
