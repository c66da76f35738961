package io.trailproof.check.result;

import io.trailproof.rule.Verdict;
import java.util.List;

/**
 * What became of the events of one account, where a deployment has several.
 *
 * @param account its number, or words for one that no input names
 * @param words the words for it in a sentence
 * @param proofs one for each event of the rule
 */
public record AccountProofs(String account, String words, List<EventProof> proofs) {
  public AccountProofs {
    proofs = List.copyOf(proofs);
  }

  /** The worst verdict of its events. */
  public Verdict verdict() {
    Verdict worst = Verdict.PASS;
    for (EventProof proof : proofs) {
      worst = worst.and(proof.verdict());
    }
    return worst;
  }
}
