package io.trailproof.kleene;

/**
 * What is known about a yes-or-no question, in Kleene's strong logic, least first: a conjunction is
 * the lesser of two, a disjunction the greater, and what is unknown never decides anything alone.
 */
public enum Truth {
  NO,
  UNKNOWN,
  YES;

  /** A question that is decided. */
  public static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  /** Whether both hold. */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Whether one of them holds. */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether it does not hold. */
  public Truth not() {
    return switch (this) {
      case YES -> NO;
      case UNKNOWN -> UNKNOWN;
      case NO -> YES;
    };
  }

  /** The answer that two possible worlds share, which is none if they differ. */
  public Truth agree(Truth other) {
    return this == other ? this : UNKNOWN;
  }

  /** Whether it certainly holds. */
  public boolean isYes() {
    return this == YES;
  }

  /** Whether it certainly does not hold. */
  public boolean isNo() {
    return this == NO;
  }

  /** Whether the input does not tell. */
  public boolean isUnknown() {
    return this == UNKNOWN;
  }
}
