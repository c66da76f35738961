package io.trailproof.report.html;

import io.trailproof.kleene.Truth;
import java.util.List;

/**
 * What becomes of one thing on its way through a deployment, for a section of the page.
 *
 * @param title such as "A record of PutRolePolicy, followed"
 * @param outcome whether it gets where it should
 * @param told the outcome in words
 * @param ways each with what makes it so
 * @param beside what there is to say beside it
 */
public record Timeline(
    String title, Truth outcome, String told, List<Way> ways, List<String> beside) {
  public Timeline {
    ways = List.copyOf(ways);
    beside = List.copyOf(beside);
  }

  /**
   * One of the ways in which things can turn out.
   *
   * @param when what makes it so; empty where nothing is open
   * @param steps where it begins
   */
  public record Way(String when, List<Step> steps) {
    public Way {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A step, and what follows it.
   *
   * @param kind what stands here, such as "metric filter"
   * @param address what it is called; empty where nothing stands
   * @param lines what is said of it
   * @param onward the steps that may follow
   * @param isOnwardAbove true if what follows stands at an earlier step
   */
  public record Step(
      Truth passes,
      String kind,
      String address,
      List<Line> lines,
      List<Step> onward,
      boolean isOnwardAbove) {
    public Step {
      lines = List.copyOf(lines);
      onward = List.copyOf(onward);
    }
  }

  /** One thing that is said of a step; the user's words in backticks. */
  public record Line(Truth passes, String text) {}
}
