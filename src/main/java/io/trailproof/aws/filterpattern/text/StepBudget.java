package io.trailproof.aws.filterpattern.text;

/**
 * The work that a search may still do; it bounds every search of this package's users, whatever the
 * pattern.
 */
public final class StepBudget {
  private long left;

  public StepBudget(long limit) {
    this.left = limit;
  }

  public void spend(long amount) {
    left -= amount;
    if (left < 0) {
      throw new Spent();
    }
  }

  /** The bound is reached; the question stays undecided. */
  public static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Spent() {
      super("the step limit is reached", null, false, false);
    }
  }
}
