package io.trailproof.cli;

/** A command line that makes no sense; the message says why. */
final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Misuse(String message) {
    super(message);
  }

  Misuse(String message, Throwable cause) {
    super(message, cause);
  }

  /** What a reader of one option says of it. */
  Misuse(ReportTarget.Refused refused) {
    super(refused.getMessage(), refused);
  }
}
