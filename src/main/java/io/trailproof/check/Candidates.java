package io.trailproof.check;

import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The resources that may stand at a link after another, and those that only nearly do.
 *
 * @param linked those that no condition of the relation rules out
 * @param others those that one does
 */
record Candidates(List<Candidate> linked, List<Candidate> others) {

  /** A resource and what the relation says of it. */
  record Candidate(Resource resource, List<Judged> judged) {
    /** How many conditions of the relation hold before the first that does not. */
    int agreement() {
      int count = 0;
      for (Judged one : judged) {
        if (PathSearch.rulesOut(one)) {
          return count;
        }
        count++;
      }
      return count;
    }
  }

  /** True if one of them certainly stands there. */
  boolean hasCertain() {
    return linked.stream()
        .anyMatch(
            candidate ->
                candidate.judged().stream()
                    .allMatch(judged -> judged.judgement().verdict() == Verdict.PASS));
  }

  /** The one that agrees most first; equal ones by where they are, not by the order of inputs. */
  private static final Comparator<Candidate> NEARER =
      Comparator.comparingInt(Candidate::agreement)
          .reversed()
          .thenComparing(candidate -> candidate.resource().id().input())
          .thenComparing(candidate -> candidate.resource().address());

  static Candidates of(
      ResourceGraph graph,
      Catalog catalog,
      ChainLink link,
      Resource from,
      Event event,
      Unseen unseen) {
    List<Candidate> linked = new ArrayList<>();
    List<Candidate> others = new ArrayList<>();
    for (String type : link.types()) {
      for (Resource resource : graph.ofType(type)) {
        List<Judged> judged =
            from.existence() == Existence.UNSEEN
                ? fromUnseen(link, resource, unseen)
                : link.relation()
                    .judge(new Step(graph, catalog, Optional.of(from), resource), event);
        Candidate candidate = new Candidate(resource, judged);
        boolean out = judged.stream().anyMatch(PathSearch::rulesOut);
        (out ? others : linked).add(candidate);
      }
    }
    return new Candidates(linked, others);
  }

  /** What we do not see can relate to what may have relations elsewhere, and to nothing else. */
  private static List<Judged> fromUnseen(ChainLink link, Resource resource, Unseen unseen) {
    Judgement judgement =
        unseen.mayRelateTo(resource)
            ? Judgement.pass() // that the earlier one is not seen is said already
            : Judgement.fail("it is made by this input");
    return List.of(new Judged(link.missing(), judgement));
  }

  /**
   * The step to show when nothing is linked: the resource that agrees most, if it agrees at all or
   * is the only one there.
   */
  Optional<PathStep> nearest(ChainLink link, Resource from) {
    if (!(link.relation() instanceof Relation.Join) || from.existence() == Existence.UNSEEN) {
      return Optional.empty();
    }
    Candidate best = null;
    for (Candidate candidate : others) {
      if (best == null || NEARER.compare(candidate, best) < 0) {
        best = candidate;
      }
    }
    if (best == null || (best.agreement() == 0 && others.size() > 1)) {
      return Optional.empty();
    }
    return Optional.of(
        new PathStep(link, Optional.of(from), Optional.of(best.resource()), best.judged()));
  }
}
