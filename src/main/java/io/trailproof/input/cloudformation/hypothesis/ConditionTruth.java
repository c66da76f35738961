package io.trailproof.input.cloudformation.hypothesis;

import io.trailproof.kleene.Truth;

/**
 * Whether a condition holds, and what that hangs on while it is open.
 *
 * @param hangsOn what would decide it, such as {@code parameter `Email`}; empty once decided
 */
public record ConditionTruth(Truth truth, String hangsOn) {
  public static final ConditionTruth HOLDS = new ConditionTruth(Truth.YES, "");
  public static final ConditionTruth FAILS = new ConditionTruth(Truth.NO, "");

  /** A condition that is decided. */
  public static ConditionTruth of(boolean holds) {
    return holds ? HOLDS : FAILS;
  }

  /** A condition that something else would decide. */
  public static ConditionTruth undecided(String hangsOn) {
    return new ConditionTruth(Truth.UNKNOWN, hangsOn);
  }

  public boolean holds() {
    return truth.isYes();
  }

  public boolean fails() {
    return truth.isNo();
  }

  public boolean isUndecided() {
    return truth.isUnknown();
  }

  /** Whether it does not hold. */
  public ConditionTruth not() {
    return new ConditionTruth(truth.not(), hangsOn);
  }

  /** Whether both hold; of two that are open, the first says what that hangs on. */
  public ConditionTruth and(ConditionTruth other) {
    return truth.compareTo(other.truth) <= 0 ? this : other;
  }

  /** Whether one of them holds; of two that are open, the first says what that hangs on. */
  public ConditionTruth or(ConditionTruth other) {
    return truth.compareTo(other.truth) >= 0 ? this : other;
  }
}
