package io.trailproof.rule;

/** Kleene's three values, worst first: an unknown input can never become a silent pass. */
public enum Verdict {
  FAIL,
  UNKNOWN,
  PASS;

  /** The worse of the two. */
  public Verdict and(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The better of the two. */
  public Verdict or(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Pass for fail and the other way round. */
  public Verdict not() {
    return switch (this) {
      case FAIL -> PASS;
      case UNKNOWN -> UNKNOWN;
      case PASS -> FAIL;
    };
  }

  /** The word users see. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
