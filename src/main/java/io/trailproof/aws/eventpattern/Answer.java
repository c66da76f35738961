package io.trailproof.aws.eventpattern;

/** What is known about a yes-or-no question, in Kleene's logic. */
public enum Answer {
  NO,
  UNKNOWN,
  YES;

  static Answer of(boolean holds) {
    return holds ? YES : NO;
  }

  Answer and(Answer other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Answer or(Answer other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Answer not() {
    return switch (this) {
      case YES -> NO;
      case UNKNOWN -> UNKNOWN;
      case NO -> YES;
    };
  }
}
