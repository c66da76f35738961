package io.trailproof.remedy;

import io.trailproof.check.result.RuleResult;
import io.trailproof.rule.Verdict;
import java.util.List;

/**
 * What could be done for a rule, and what comes of it.
 *
 * @param before what came of the rule without the remedies
 * @param remedies in the order of the chain
 * @param after what comes of it with them
 * @param asked values that only the user knows, and that were not given
 */
public record Fixed(
    RuleResult before, List<Remedy> remedies, RuleResult after, List<Remedy.Ask> asked) {
  public Fixed {
    remedies = List.copyOf(remedies);
    asked = List.copyOf(asked);
  }

  /** All changes, in order. */
  public List<Alteration> changes() {
    return remedies.stream().flatMap(one -> one.changes().stream()).toList();
  }

  /**
   * What could be done for all rules of a deployment.
   *
   * @param rules those that say what is to happen, in order
   * @param weakened rules of which the changes make something worse
   */
  public record All(List<Fixed> rules, List<Weakened> weakened) {
    public All {
      rules = List.copyOf(rules);
      weakened = List.copyOf(weakened);
    }

    /** All changes, in order. */
    public List<Alteration> changes() {
      return rules.stream().flatMap(one -> one.changes().stream()).toList();
    }

    /**
     * True if there are rules, every one is proven with the changes, and none says something worse.
     */
    public boolean isProven() {
      return weakened.isEmpty()
          && !rules.isEmpty()
          && rules.stream().allMatch(one -> one.after().verdict() == Verdict.PASS);
    }
  }
}
