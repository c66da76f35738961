package io.trailproof.check.result;

import io.trailproof.rule.cases.RuleCase;
import java.util.List;

/**
 * What came of one case of a rule.
 *
 * @param found what the rule says of its resources
 * @param differences what of it is not as the case expects it, in words; none if it holds
 */
public record CaseResult(RuleCase expected, RuleResult found, List<String> differences) {
  public CaseResult {
    differences = List.copyOf(differences);
  }

  /** True if all is as the case expects it. */
  public boolean holds() {
    return differences.isEmpty();
  }
}
