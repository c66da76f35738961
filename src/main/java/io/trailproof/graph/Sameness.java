package io.trailproof.graph;

/** Whether two values are one: yes, no, or the input does not tell. */
public enum Sameness {
  DIFFERENT,
  UNDECIDED,
  SAME;

  /** Same only if both are; different if either is. */
  public Sameness and(Sameness other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** A decided answer. */
  public static Sameness of(boolean same) {
    return same ? SAME : DIFFERENT;
  }
}
