package io.trailproof.check;

import io.trailproof.rule.Assumption;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What came of one rule in one deployment.
 *
 * @param outlooks what would come of it either way, where the inputs leave open what matters; the
 *     rest of the result is then that of the worst
 * @param before what came of it before the plan, if an input tells
 */
public record RuleResult(
    Rule rule,
    List<EventProof> proofs,
    List<Assumption> assumptions,
    List<Finding> findings,
    List<Outlook> outlooks,
    Optional<Before> before) {
  public RuleResult {
    outlooks = List.copyOf(outlooks);
    proofs = List.copyOf(proofs);
    assumptions = List.copyOf(assumptions);
    findings = List.copyOf(findings);
  }

  /** The worst verdict of its events. */
  public Verdict verdict() {
    Verdict worst = Verdict.PASS;
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
