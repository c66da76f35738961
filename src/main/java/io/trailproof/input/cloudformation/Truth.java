package io.trailproof.input.cloudformation;

/**
 * Whether a condition holds, as far as the template tells.
 *
 * @param hangsOn what would decide it, such as {@code parameter `Email`}; empty once decided
 */
record Truth(State state, String hangsOn) {
  static final Truth TRUE = new Truth(State.TRUE, "");
  static final Truth FALSE = new Truth(State.FALSE, "");

  /** Kleene's three values, in his order. */
  enum State {
    FALSE,
    UNDECIDED,
    TRUE
  }

  static Truth of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  static Truth undecided(String hangsOn) {
    return new Truth(State.UNDECIDED, hangsOn);
  }

  boolean isTrue() {
    return state == State.TRUE;
  }

  boolean isFalse() {
    return state == State.FALSE;
  }

  boolean isUndecided() {
    return state == State.UNDECIDED;
  }

  Truth not() {
    return switch (state) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNDECIDED -> this;
    };
  }

  Truth and(Truth other) {
    return state.compareTo(other.state) <= 0 ? this : other;
  }

  Truth or(Truth other) {
    return state.compareTo(other.state) >= 0 ? this : other;
  }
}
