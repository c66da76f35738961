package io.trailproof.aws.policy;

/**
 * What policies say to a request.
 *
 * @param outcome whether it may be done
 * @param malformed whether the outcome is unknown because a document is none that the API takes
 * @param explanation which statement decides, or keeps it undecided, in words
 */
public record Decision(Outcome outcome, boolean malformed, String explanation) {

  /** The possible outcomes. */
  public enum Outcome {
    ALLOWED,
    /** A statement denies it, whatever others allow. */
    DENIED_EXPLICITLY,
    /** No statement allows it. */
    DENIED_BY_DEFAULT,
    UNKNOWN;

    public boolean isDenied() {
      return this == DENIED_EXPLICITLY || this == DENIED_BY_DEFAULT;
    }
  }

  static Decision of(Outcome outcome, String explanation) {
    return new Decision(outcome, false, explanation);
  }
}
