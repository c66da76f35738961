package io.trailproof.rule.adapter;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import io.trailproof.rule.Event;

/** The records that an event of a rule stands for. */
public final class EventScenario {
  private EventScenario() {}

  /** Those of a named call, or those that a partial record describes. */
  public static Scenario of(Event event) {
    if (event.pattern().isEmpty()) {
      return Scenario.event(event.source(), event.name());
    }
    return FilterPattern.parse(event.pattern().get())
        .match(
            accepted ->
                accepted.pattern() instanceof JsonPattern json ? Scenario.of(json) : Scenario.any(),
            rejected -> Scenario.any());
  }
}
