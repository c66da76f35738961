package io.trailproof.check.search;

import io.trailproof.check.result.PathStep;
import io.trailproof.graph.Resource;
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.EventKind;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A resource that may stand at a link after another, and what is known of the two. */
final class Candidate {
  private final Resource resource;
  private final List<Judged> related;

  /** The events that were asked about last. */
  private @Nullable EventKind kind;

  /** What came of the requirements for these; null before they are judged. */
  private @Nullable List<ByEvent<Judged>> answers;

  /** What they make of it as a step of a path. */
  private @Nullable ByEvent<PathStep> step;

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

  /** What comes of the requirements of the link; of those that no event changes only once. */
  List<ByEvent<Judged>> ask(List<Requirement> requirements, Supplier<Step> at, EventKind events) {
    List<ByEvent<Judged>> before = answers;
    if (before != null && events.is(kind)) {
      return before;
    }
    Step where = at.get();
    List<ByEvent<Judged>> all = new ArrayList<>(requirements.size());
    for (int i = 0; i < requirements.size(); i++) {
      Requirement requirement = requirements.get(i);
      if (requirement.condition().dependsOnEvent()) {
        all.add(requirement.ask(where, events));
      } else {
        all.add(
            before != null
                ? before.get(i)
                : LastingJudgements.of(where.graph()).ask(requirement, where, events));
      }
    }
    answers = all;
    step = null;
    kind = events;
    return all;
  }

  /**
   * The step of a path that it stands at, for the events of a kind.
   *
   * @param make puts what comes of the requirements into it
   */
  ByEvent<PathStep> step(
      List<Requirement> requirements,
      Supplier<Step> at,
      EventKind events,
      Function<List<Judged>, PathStep> make) {
    List<ByEvent<Judged>> all = ask(requirements, at, events);
    ByEvent<PathStep> known = step;
    if (known == null) {
      known = ByEvent.all(all).map(make);
      step = known;
    }
    return known;
  }
}
