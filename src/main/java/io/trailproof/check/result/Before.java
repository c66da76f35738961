package io.trailproof.check.result;

import io.trailproof.rule.Verdict;
import java.util.List;

/**
 * What came of a rule before the plan, and what the plan costs.
 *
 * @param lost what stops working, in words, a line for each link that breaks
 */
public record Before(Verdict verdict, List<String> lost) {
  public Before {
    lost = List.copyOf(lost);
  }
}
