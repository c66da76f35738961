package io.trailproof.input.cloudformation.hypothesis;

import io.trailproof.source.Limits;

/** How much work a run may still ask for: templates can refer to themselves in many ways. */
public final class Budget {
  /** Levels of evaluation within each other, through conditions, arguments and outputs. */
  static final int DEPTH = 300;

  private int depth;
  private int steps;

  /** False when there is none left; every {@code true} is paid back by {@link #leave}. */
  public boolean enter() {
    if (depth >= DEPTH || steps >= Limits.TEMPLATE_STEPS) {
      return false;
    }
    depth++;
    steps++;
    return true;
  }

  /** Pays back what {@link #enter} took. */
  public void leave() {
    depth--;
  }

  /** Takes several steps at once; false when there are not so many. */
  public boolean spend(int wanted) {
    if (steps + wanted > Limits.TEMPLATE_STEPS) {
      return false;
    }
    steps += wanted;
    return true;
  }
}
