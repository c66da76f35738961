package io.trailproof.aws.policy;

/**
 * What policies say to a request.
 *
 * @param outcome whether it may be done
 * @param hangsOnUnseen whether it is unknown for nothing but policies that stand in no input
 * @param mayBeDenied whether what an input shows may stand against it, so that it is no matter of
 *     trust
 * @param explanation which statement decides, or keeps it undecided, in words
 */
public record Decision(
    Outcome outcome, boolean hangsOnUnseen, boolean mayBeDenied, String explanation) {

  /** The possible outcomes. */
  public enum Outcome {
    ALLOWED,
    /** A statement denies it, whatever others allow. */
    DENIED_EXPLICITLY,
    /** No statement allows it. */
    DENIED_BY_DEFAULT,
    /** The API takes no such document. */
    REFUSED,
    UNKNOWN;

    public boolean isDenied() {
      return this == DENIED_EXPLICITLY || this == DENIED_BY_DEFAULT || this == REFUSED;
    }
  }

  static Decision of(Outcome outcome, String explanation) {
    return new Decision(outcome, false, false, explanation);
  }

  /** The same, and what an input shows may stand against it. */
  public Decision butMayBeDenied() {
    return new Decision(outcome, hangsOnUnseen, true, explanation);
  }

  /** The same in other words. */
  Decision explained(String other) {
    return new Decision(outcome, hangsOnUnseen, mayBeDenied, other);
  }
}
