package io.trailproof.input.cloudformation.hypothesis;

import io.trailproof.source.Limits;
import java.util.Optional;

/** How much work a run may still ask for: templates can refer to themselves in many ways. */
public final class Budget {
  /** Levels of evaluation within each other, through conditions, arguments and outputs. */
  static final int DEPTH = 300;

  private Optional<String> overrun = Optional.empty();
  private int depth;
  private int steps;
  private int written;

  /** False when there is none left; every {@code true} is paid back by {@link #leave}. */
  public boolean enter() {
    if (steps >= Limits.TEMPLATE_STEPS) {
      return isOver();
    }
    if (depth >= DEPTH) {
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
      return isOver();
    }
    steps += wanted;
    return true;
  }

  /**
   * Takes resources that no template declares as such, but a loop or a nested stack writes out;
   * false when there may not be so many more.
   */
  public boolean write(int resources) {
    if (written + Math.max(resources, 0) > Limits.WRITTEN_RESOURCES) {
      overrun(
          "the loops and nested stacks write out more than "
              + Limits.WRITTEN_RESOURCES
              + " resources");
      return false;
    }
    written += Math.max(resources, 0);
    return true;
  }

  private boolean isOver() {
    overrun("working out the templates takes more than " + Limits.TEMPLATE_STEPS + " steps");
    return false;
  }

  /** Some of the templates is not worked out, for the first of these reasons. */
  public void overrun(String why) {
    if (overrun.isEmpty()) {
      overrun = Optional.of(why);
    }
  }

  /** Why some of the templates is not worked out, so that nothing can be proven of them. */
  public Optional<String> overrun() {
    return overrun;
  }
}
