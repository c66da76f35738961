package io.trailproof.check.result;

import io.trailproof.rule.Verdict;
import java.util.Map;
import java.util.TreeMap;

/** How many rules came to what, over deployments that need not be kept for it. */
public final class Tally {
  private final Gate gate;
  private final Map<Verdict, Integer> verdicts = new TreeMap<>();
  private int notApplicable;
  private int informational;
  private boolean refused;
  private boolean judged;
  private int deployments;

  /** Nothing counted yet. */
  public Tally(Gate gate) {
    this.gate = gate;
  }

  /** Counts one deployment. */
  public void add(DeploymentResult deployment) {
    deployments++;
    judged |= deployment.isJudged();
    for (RuleResult rule : deployment.rules()) {
      refused |= gate.refuses(rule);
      if (gate.informs(rule)) {
        informational += rule.isApplicable() ? 1 : 0;
      } else if (rule.isApplicable()) {
        verdicts.merge(rule.verdict(), 1, Integer::sum);
      } else {
        notApplicable++;
      }
    }
  }

  /** How many rules that count have a verdict. */
  public int count(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }

  /** How many rules are only told of. */
  public int informational() {
    return informational;
  }

  /** How many rules had nothing to judge. */
  public int notApplicable() {
    return notApplicable;
  }

  /** How many deployments were counted. */
  public int deployments() {
    return deployments;
  }

  /** True if some rule of some deployment had something to judge. */
  public boolean isJudged() {
    return judged;
  }

  /** True if some finding closes the gate. */
  public boolean isRefused() {
    return refused;
  }
}
