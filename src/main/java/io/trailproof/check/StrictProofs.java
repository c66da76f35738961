package io.trailproof.check;

import io.trailproof.check.result.ChainPath;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.search.PremisesOfProof;
import io.trailproof.graph.Premise;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Proofs in which nothing is assumed: what would be taken to be so is unknown. */
final class StrictProofs {
  private static final Requirement ASSUMED =
      Requirement.said(
          "assumption",
          "it is not in the input, and nothing is assumed here: {because}",
          List.of("confirm it after apply, and check without `--strict`"),
          List.of());

  private StrictProofs() {}

  /** The same proofs without assumptions. */
  static List<EventProof> of(List<EventProof> proofs, ResourceGraph graph) {
    return proofs.stream()
        .map(
            proof ->
                proof.verdict() == Verdict.PASS
                    ? new EventProof(proof.event(), proof.chain(), strict(proof, graph))
                    : proof)
        .toList();
  }

  private static ChainPath strict(EventProof proof, ResourceGraph graph) {
    List<PathStep> steps = new ArrayList<>();
    for (PathStep step : proof.path().steps()) {
      List<Judged> judged = new ArrayList<>(step.judged());
      for (Judged one : step.judged()) {
        for (Assumption assumption : one.judgement().assumptions()) {
          judged.add(assumed(assumption.message()));
        }
      }
      steps.add(new PathStep(step.link(), step.previous(), step.resource(), judged));
    }
    Set<Premise> premises = PremisesOfProof.of(List.of(proof), graph);
    if (!premises.isEmpty()) {
      int last = steps.size() - 1;
      PathStep step = steps.get(last);
      List<Judged> judged = new ArrayList<>(step.judged());
      premises.forEach(one -> judged.add(assumed(one.words(graph.secrets()))));
      steps.set(last, new PathStep(step.link(), step.previous(), step.resource(), judged));
    }
    return new ChainPath(steps);
  }

  private static Judged assumed(String message) {
    return new Judged(ASSUMED, Judgement.unknown(message));
  }
}
