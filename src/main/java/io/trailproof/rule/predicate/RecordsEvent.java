package io.trailproof.rule.predicate;

import io.trailproof.aws.eventselector.ManagementEvent;
import io.trailproof.aws.eventselector.Recording;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.EngineWords;
import io.trailproof.rule.adapter.TrailAdapter;
import java.util.Map;

/** The event selectors of a trail take the event (F1, F8–F14). */
final class RecordsEvent implements Predicate {
  @Override
  public String name() {
    return "records-event";
  }

  @Override
  public String description() {
    return "the event selectors of the trail take the event";
  }

  @Override
  public boolean dependsOnEvent() {
    return true;
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource trail = step.resource();
    var write = ManagementEvent.write(event.source(), event.name());
    Recording recording = new TrailAdapter(step.graph()).selectors(trail).records(write);
    Value basic = trail.property("eventSelectors");
    Value selectors = basic.isAbsent() ? trail.property("advancedEventSelectors") : basic;
    return of(step, recording, selectors).noting(TrailNotes.of(step, write));
  }

  static Judgement of(Step step, Recording recording, Value value) {
    Resource trail = step.resource();
    String why = EngineWords.spelt(step, trail, recording.explanation());
    return switch (recording.answer()) {
      case YES -> Judgement.pass();
      case NO -> Judgement.fail(why, Labels.at(value, trail));
      case UNKNOWN -> Judgement.unknown(why, value, trail);
    };
  }
}
