package io.trailproof.aws.filterpattern;

/**
 * Whether something matches, in Kleene's three values: what the service does is not always known.
 */
public enum Match {
  NO,
  UNKNOWN,
  YES;

  public static Match of(boolean yes) {
    return yes ? YES : NO;
  }

  public Match and(Match other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Match or(Match other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Match not() {
    return switch (this) {
      case NO -> YES;
      case YES -> NO;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
