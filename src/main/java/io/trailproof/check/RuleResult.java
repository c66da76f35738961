package io.trailproof.check;

import io.trailproof.rule.Assumption;
import io.trailproof.rule.Note;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.List;

/** What came of one rule in one deployment. */
public record RuleResult(
    Rule rule,
    List<EventProof> proofs,
    List<Assumption> assumptions,
    List<Note> notes,
    List<Finding> findings) {
  public RuleResult {
    proofs = List.copyOf(proofs);
    assumptions = List.copyOf(assumptions);
    notes = List.copyOf(notes);
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
