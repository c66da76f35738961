package io.trailproof.check.search;

import io.trailproof.check.result.PathStep;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Step;
import io.trailproof.source.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The resources that may stand at a link after another.
 *
 * @param linked those that no condition of the relation rules out, by where they are; of those that
 *     perhaps stand there no more than {@link Limits#PERHAPS_LINKED}
 * @param beyond how many more perhaps stand there, which nobody looks at
 */
record LinkCandidates(List<Candidate> linked, int beyond) {

  /** By where they are, not by the order of inputs. */
  private static final Comparator<Candidate> BY_PLACE =
      Comparator.comparing(Candidate::resource, CandidateIndex.BY_PLACE);

  /** The one that agrees most first. */
  private static final Comparator<Candidate> NEARER =
      Comparator.comparingInt(Candidate::agreement).reversed().thenComparing(BY_PLACE);

  static LinkCandidates of(
      CandidateIndex shortlist,
      BiFunction<Resource, Resource, Step> steps,
      ChainLink link,
      Resource from,
      AskedEvent event,
      HiddenResources unseen) {
    boolean isUnseen = from.existence() == Existence.UNSEEN;
    List<Resource> resources =
        new ArrayList<>(isUnseen ? shortlist.all(link) : shortlist.after(from, link));
    resources.sort(CandidateIndex.BY_PLACE);
    Set<Resource> likely = Collections.newSetFromMap(new IdentityHashMap<>());
    if (resources.size() > Limits.ASKED_AT_A_LINK && !isUnseen) {
      likely.addAll(shortlist.likely(from, link));
    }
    List<Candidate> linked = new ArrayList<>();
    int perhaps = 0;
    int beyond = 0;
    int asked = 0;
    for (Resource resource : resources) {
      if (asked++ >= Limits.ASKED_AT_A_LINK && !isUnseen && !likely.contains(resource)) {
        beyond++;
        continue;
      }
      if (perhaps >= Limits.PERHAPS_LINKED && !isUnseen) {
        Optional<Judged> doubt =
            event.of(link.relation().doubt(steps.apply(from, resource), event.kind()));
        if (doubt.isPresent()) {
          beyond += doubt.get().rulesOut() ? 0 : 1;
          continue;
        }
      }
      List<Judged> judged =
          isUnseen
              ? fromUnseen(link, from, resource, unseen)
              : event.of(link.relation().ask(steps.apply(from, resource), event.kind()));
      if (!isRuledOut(judged)) {
        Candidate candidate = new Candidate(resource, judged);
        linked.add(candidate);
        perhaps += candidate.isCertain() ? 0 : 1;
      }
    }
    return new LinkCandidates(linked, beyond);
  }

  private static boolean isRuledOut(List<Judged> judged) {
    for (Judged one : judged) {
      if (one.rulesOut()) {
        return true;
      }
    }
    return false;
  }

  /** What we do not see can relate to what may have relations elsewhere, and to nothing else. */
  private static List<Judged> fromUnseen(
      ChainLink link, Resource from, Resource resource, HiddenResources unseen) {
    Judgement judgement =
        unseen.mayLeadTo(resource, from)
            ? Judgement.pass() // that the earlier one is not seen is said already
            : Judgement.fail("it is made by this input");
    return List.of(new Judged(link.missing(), judgement));
  }

  /**
   * The step to show when nothing is linked: the resource that agrees most, if it agrees at all or
   * is the only one there.
   */
  static Optional<PathStep> nearest(
      CandidateIndex shortlist,
      BiFunction<Resource, Resource, Step> steps,
      ChainLink link,
      Resource from,
      AskedEvent event) {
    if (!(link.relation() instanceof Relation.Join join) || from.existence() == Existence.UNSEEN) {
      return Optional.empty();
    }
    List<Resource> all = shortlist.all(link);
    // Those that the first condition rules out agree in nothing.
    List<Resource> near = all.size() == 1 ? all : shortlist.near(from, link, join);
    Candidate best = null;
    for (Resource resource : near) {
      Candidate candidate =
          new Candidate(resource, event.of(join.ask(steps.apply(from, resource), event.kind())));
      if (best == null || NEARER.compare(candidate, best) < 0) {
        best = candidate;
      }
    }
    if (best == null || (best.agreement() == 0 && all.size() > 1)) {
      return Optional.empty();
    }
    return Optional.of(
        new PathStep(link, Optional.of(from), Optional.of(best.resource()), best.related()));
  }
}
