package io.trailproof.rule.predicate;

import io.trailproof.aws.eventselector.ManagementEvent;
import io.trailproof.aws.eventselector.Recording;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.TrailAdapter;
import java.util.Map;

/** A trail takes the events of global services, if the event is one of these (F3–F5). */
final class TakesGlobalEvents implements Predicate {
  @Override
  public String name() {
    return "takes-global-events";
  }

  @Override
  public String description() {
    return "the trail takes the events of global services, where the event is one";
  }

  @Override
  public boolean dependsOnEvent() {
    return true;
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource trail = step.resource();
    if (!leavesOut(step, trail)) {
      return Judgement.pass(); // undecided values are the concern of the Region's requirement
    }
    Recording recording =
        new TrailAdapter(step.graph())
            .reach(trail)
            .records(ManagementEvent.write(event.source(), event.name()));
    Judgement judgement = RecordsEvent.of(step, recording, trail.property("globalServiceEvents"));
    return judgement.verdict() == Verdict.FAIL && trail.dialect() == Dialect.CLOUDFORMATION
        ? Judgement.fail(
            judgement.why() + " (left out of a template, the property counts as false)",
            judgement.labels().toArray(new Label[0]))
        : judgement;
  }

  static boolean leavesOut(Step step, Resource trail) {
    return step.graph()
        .property(trail, "globalServiceEvents")
        .asText()
        .filter("false"::equals)
        .isPresent();
  }
}
