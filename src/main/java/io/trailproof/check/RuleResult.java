package io.trailproof.check;

import io.trailproof.rule.Assumption;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.List;

/**
 * What came of one rule in one deployment.
 *
 * @param proofs one for each event of the rule; none where there was nothing to judge
 */
public record RuleResult(
    Rule rule, List<EventProof> proofs, List<Assumption> assumptions, List<Finding> findings) {
  public RuleResult {
    proofs = List.copyOf(proofs);
    assumptions = List.copyOf(assumptions);
    findings = List.copyOf(findings);
  }

  /** The result of a rule that a deployment gives nothing to judge by. */
  public static RuleResult notApplicable(Rule rule) {
    return new RuleResult(rule, List.of(), List.of(), List.of());
  }

  /** False if there was nothing to judge. */
  public boolean isApplicable() {
    return !proofs.isEmpty();
  }

  /** The word for what came of it, as results state it. */
  public String word() {
    return isApplicable() ? verdict().word() : "not-applicable";
  }

  /** The worst verdict of its events; looking at nothing is no pass. */
  public Verdict verdict() {
    Verdict worst = isApplicable() ? Verdict.PASS : Verdict.UNKNOWN;
    for (EventProof proof : proofs) {
      worst = worst.and(proof.verdict());
    }
    return worst;
  }

  /** How many events have a verdict. */
  public int count(Verdict verdict) {
    return (int) proofs.stream().filter(proof -> proof.verdict() == verdict).count();
  }
}
