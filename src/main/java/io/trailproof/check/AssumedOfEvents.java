package io.trailproof.check;

import io.trailproof.check.result.ChainPath;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the proof of an event rests on as its rule says, beside what the resources say. */
final class AssumedOfEvents {
  private static final Requirement ASSUMED =
      Requirement.said("assumption", "{because}", List.of(), List.of());

  private AssumedOfEvents() {}

  /** The same proof, which says so at its first link if it holds. */
  static EventProof in(EventProof proof) {
    Optional<String> assumed = proof.event().assumes();
    if (assumed.isEmpty() || proof.verdict() != Verdict.PASS) {
      return proof;
    }
    List<PathStep> steps = new ArrayList<>(proof.path().steps());
    PathStep first = steps.get(0);
    List<Judged> judged = new ArrayList<>(first.judged());
    judged.add(
        new Judged(
            ASSUMED,
            Judgement.passIf(
                new Assumption(Assumed.EVENT_IS_TOLD_OF, assumed.get(), first.address()))));
    steps.set(0, new PathStep(first.link(), first.previous(), first.resource(), judged));
    return new EventProof(proof.event(), proof.chain(), new ChainPath(steps));
  }
}
