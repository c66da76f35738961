package io.trailproof.check.search;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Event;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.OtherPurpose;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;

/** How many events of a rule a resource serves at a link, counted once for each before it. */
final class ServedEvents {
  private final List<Event> events;
  private final BiFunction<Resource, Resource, Step> steps;
  private final IdentityHashMap<Resource, IdentityHashMap<Resource, Count>> counted =
      new IdentityHashMap<>();

  /** How many events are served, and how many are or may be. */
  private record Count(int served, int perhaps) {}

  ServedEvents(List<Event> events, BiFunction<Resource, Resource, Step> steps) {
    this.events = events;
    this.steps = steps;
  }

  /** For how many events of the rule a resource does what depends on the event, or may do it. */
  int near(ChainLink link, Resource from, Candidate candidate) {
    return count(link, from, candidate).perhaps();
  }

  private Count count(ChainLink link, Resource from, Candidate candidate) {
    return counted
        .computeIfAbsent(from, any -> new IdentityHashMap<>())
        .computeIfAbsent(
            candidate.resource(),
            resource -> {
              Step step = steps.apply(from, resource);
              int served = 0;
              int perhaps = 0;
              for (Event event : events) {
                Verdict verdict = serves(link, step, candidate, event);
                served += verdict == Verdict.PASS ? 1 : 0;
                perhaps += verdict == Verdict.FAIL ? 0 : 1;
              }
              return new Count(served, perhaps);
            });
  }

  private static Verdict serves(ChainLink link, Step step, Candidate candidate, Event event) {
    return judged(link, step, candidate, event).stream()
        .filter(ServedEvents::dependsOnEvent)
        .map(judged -> judged.judgement().verdict())
        .reduce(Verdict.PASS, Verdict::and);
  }

  /**
   * Whether a resource stands at the link for this rule, and not for something else beside it: it
   * is the one before, it serves an event of the rule and is not made for other calls, or, where no
   * event changes anything, nothing that the link asks for is missing. What comes after something
   * unseen cannot tell.
   */
  boolean isMeant(ChainLink link, Resource from, Candidate candidate) {
    if (candidate.resource().id().equals(from.id()) || from.existence() == Existence.UNSEEN) {
      return true;
    }
    if (link.requirements().stream().anyMatch(one -> one.condition().dependsOnEvent())) {
      return count(link, from, candidate).served() > 0
          && !OtherPurpose.isMostly(
              steps.apply(from, candidate.resource()).graph(), candidate.resource(), events);
    }
    Step step = steps.apply(from, candidate.resource());
    return judged(link, step, candidate, events.get(0)).stream()
        .allMatch(judged -> judged.judgement().verdict() != Verdict.FAIL);
  }

  private static List<Judged> judged(ChainLink link, Step step, Candidate candidate, Event event) {
    return ByEvent.all(candidate.ask(link.requirements(), () -> step, event.kind())).of(event);
  }

  static boolean dependsOnEvent(Judged judged) {
    return judged.requirement().condition().dependsOnEvent();
  }
}
