package io.trailproof.check.search;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Event;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;

/** How many events of a rule a resource serves at a link, counted once for each before it. */
final class ServedEvents {
  private final List<Event> events;
  private final BiFunction<Resource, Resource, Step> steps;
  private final IdentityHashMap<Resource, IdentityHashMap<Resource, Integer>> counted =
      new IdentityHashMap<>();

  ServedEvents(List<Event> events, BiFunction<Resource, Resource, Step> steps) {
    this.events = events;
    this.steps = steps;
  }

  /** For how many events of the rule a resource does what depends on the event. */
  int count(ChainLink link, Resource from, Candidate candidate) {
    return counted
        .computeIfAbsent(from, any -> new IdentityHashMap<>())
        .computeIfAbsent(
            candidate.resource(),
            resource -> {
              Step step = steps.apply(from, resource);
              return (int)
                  events.stream().filter(one -> serves(link, step, candidate, one)).count();
            });
  }

  private static boolean serves(ChainLink link, Step step, Candidate candidate, Event event) {
    return candidate.judge(link.requirements(), step, event).stream()
        .filter(ServedEvents::dependsOnEvent)
        .allMatch(judged -> judged.judgement().verdict() == Verdict.PASS);
  }

  /**
   * Whether a resource stands at the link for this rule, and not for something else beside it: it
   * is the one before, it serves an event of the rule, or, where no event changes anything, nothing
   * that the link asks for is missing. What comes after something unseen cannot tell.
   */
  boolean isMeant(ChainLink link, Resource from, Candidate candidate) {
    if (candidate.resource().id().equals(from.id()) || from.existence() == Existence.UNSEEN) {
      return true;
    }
    if (link.requirements().stream().anyMatch(one -> one.condition().dependsOnEvent())) {
      return count(link, from, candidate) > 0;
    }
    Step step = steps.apply(from, candidate.resource());
    return candidate.judge(link.requirements(), step, events.get(0)).stream()
        .allMatch(judged -> judged.judgement().verdict() != Verdict.FAIL);
  }

  static boolean dependsOnEvent(Judged judged) {
    return judged.requirement().condition().dependsOnEvent();
  }
}
