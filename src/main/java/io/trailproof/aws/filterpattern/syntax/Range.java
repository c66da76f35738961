package io.trailproof.aws.filterpattern.syntax;

/**
 * The half-open range of a pattern's text that a node was read from. All ranges are equal, so that
 * patterns are equal when they say the same, wherever they say it.
 */
public final class Range {
  private final int start;
  private final int end;

  public Range(int start, int end) {
    this.start = start;
    this.end = end;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Range;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return start + ".." + end;
  }
}
