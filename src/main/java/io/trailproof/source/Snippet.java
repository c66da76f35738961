package io.trailproof.source;

import java.util.List;

/**
 * What a report showed of a piece of an input, where that is all that is left of it.
 *
 * @param from where the piece begins
 * @param to the first place that does not belong to it
 * @param lines what was shown; may be none
 */
public record Snippet(Position from, Position to, List<Line> lines) {
  public Snippet {
    lines = List.copyOf(lines);
  }

  /**
   * A line as it was shown.
   *
   * @param number from 1
   * @param before what stands before what is meant
   * @param marked what is meant; may be a place without text
   * @param said what was said of it; may be empty
   * @param isMeant false for a line that only leads to what is meant
   */
  public record Line(
      long number, String before, String marked, String after, String said, boolean isMeant) {}
}
