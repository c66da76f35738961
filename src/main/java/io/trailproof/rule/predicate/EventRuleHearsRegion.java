package io.trailproof.rule.predicate;

import io.trailproof.aws.eventselector.ManagementEvent;
import io.trailproof.aws.eventselector.Recording;
import io.trailproof.aws.eventselector.TrailReach;
import io.trailproof.graph.Resource;
import io.trailproof.kleene.Partial;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import java.util.Map;
import java.util.Optional;

/** An event rule stands in the one Region to whose bus the event is sent (F98). */
final class EventRuleHearsRegion implements Predicate {
  @Override
  public String name() {
    return "event-rule-hears-region";
  }

  @Override
  public String description() {
    return "the event rule stands in the Region in which the event is recorded";
  }

  @Override
  public boolean dependsOnEvent() {
    return true;
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource rule = step.resource();
    Optional<String> region = step.graph().resolve(rule.place().region()).asText();
    if (region.isEmpty()) {
      return Judgement.unknown("the Region of `" + rule.address() + "` is not in the input");
    }
    // A bus hears what a trail of its own Region would.
    Recording recording =
        new TrailReach(Partial.known(false), Partial.known(true), Partial.known(region.get()))
            .records(ManagementEvent.write(event.source(), event.name()));
    return switch (recording.answer()) {
      case YES -> Judgement.pass();
      case NO ->
          Judgement.fail(
              "it is in `" + region.get() + "`, where the event is not sent",
              Labels.at(rule.property("name"), rule));
      case UNKNOWN ->
          Judgement.unknown(
              "whether the event is sent to the bus in `" + region.get() + "` is not known");
    };
  }
}
