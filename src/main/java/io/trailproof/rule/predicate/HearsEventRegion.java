package io.trailproof.rule.predicate;

import io.trailproof.aws.eventselector.ManagementEvent;
import io.trailproof.aws.eventselector.Recording;
import io.trailproof.graph.Resource;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Note;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.TrailAdapter;
import java.util.Map;

/** A trail gets the events of the Region where the event is recorded (F2–F6). */
final class HearsEventRegion implements Predicate {
  @Override
  public String name() {
    return "hears-event-region";
  }

  @Override
  public String description() {
    return "the trail gets events from the Region in which the event is recorded";
  }

  @Override
  public boolean dependsOnEvent() {
    return true;
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource trail = step.resource();
    if (TakesGlobalEvents.leavesOut(step, trail)) {
      return Judgement.pass(); // another requirement says so
    }
    Recording recording =
        new TrailAdapter(step.graph())
            .reach(trail)
            .records(ManagementEvent.write(event.source(), event.name()));
    Judgement judgement = RecordsEvent.of(step, recording, trail.property("multiRegion"));
    boolean single =
        step.graph().property(trail, "multiRegion").asText().filter("false"::equals).isPresent();
    return single && judgement.verdict() == Verdict.PASS
        ? judgement.noting(
            new Note(
                "single-region-trail",
                "is a single-Region trail, and benchmarks ask for a multi-Region one (F3)",
                trail.address()))
        : judgement;
  }
}
