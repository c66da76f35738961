package io.trailproof.check.result;

import io.trailproof.rule.Verdict;
import java.util.List;

/**
 * What came of a rule before the plan, and what the plan costs.
 *
 * @param events what came of each event of the rule, in its order; none where there was nothing to
 *     judge
 * @param lost what stops working, in words, a line for each link that breaks
 */
public record Before(Verdict verdict, List<Verdict> events, List<String> lost) {
  public Before {
    events = List.copyOf(events);
    lost = List.copyOf(lost);
  }

  /** How many events reached a subscriber for certain. */
  public int told() {
    return count(Verdict.PASS);
  }

  /** How many more may have. */
  public int open() {
    return count(Verdict.UNKNOWN);
  }

  private int count(Verdict which) {
    return (int) events.stream().filter(which::equals).count();
  }
}
