package io.trailproof.check.search;

import io.trailproof.graph.Resource;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource that may stand at a link after another, and what is known of the two. */
final class Candidate {
  private final Resource resource;
  private final List<Judged> related;

  /** What came of the requirements that no event changes; null before they are judged. */
  private @Nullable List<@Nullable Judgement> lasting;

  /**
   * A candidate.
   *
   * @param related what the relation says of it
   */
  Candidate(Resource resource, List<Judged> related) {
    this.resource = resource;
    this.related = related;
  }

  Resource resource() {
    return resource;
  }

  List<Judged> related() {
    return related;
  }

  /** True if it certainly stands there. */
  boolean isCertain() {
    for (Judged one : related) {
      if (one.judgement().verdict() != Verdict.PASS) {
        return false;
      }
    }
    return true;
  }

  /** How many conditions of the relation hold before the first that does not. */
  int agreement() {
    int count = 0;
    for (Judged one : related) {
      if (one.rulesOut()) {
        return count;
      }
      count++;
    }
    return count;
  }

  /** The requirements of the link, judged for an event; what no event changes only once. */
  List<Judged> judge(List<Requirement> requirements, Step step, Event event) {
    boolean isFirst = lasting == null;
    List<@Nullable Judgement> known = lasting == null ? new ArrayList<>() : lasting;
    List<Judged> judged = new ArrayList<>(requirements.size());
    for (int i = 0; i < requirements.size(); i++) {
      Requirement requirement = requirements.get(i);
      boolean lasts = !requirement.condition().dependsOnEvent();
      Judgement before = isFirst ? null : known.get(i);
      Judgement judgement =
          before != null
              ? before
              : lasts
                  ? LastingJudgements.of(step.graph()).judge(requirement, step, event)
                  : requirement.condition().judge(step, event);
      judged.add(new Judged(requirement, judgement));
      if (isFirst) {
        known.add(lasts ? judgement : null);
      }
    }
    lasting = known;
    return judged;
  }
}
