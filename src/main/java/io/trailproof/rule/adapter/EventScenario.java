package io.trailproof.rule.adapter;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import io.trailproof.rule.CallAccess;
import io.trailproof.rule.Event;
import java.util.Optional;

/** The records that an event of a rule stands for. */
public final class EventScenario {
  private EventScenario() {}

  /** Those of a named call, or those that a partial record describes, as the event narrows them. */
  public static Scenario of(Event event) {
    Scenario scenario =
        event
            .pattern()
            .map(pattern -> ofPattern(event, pattern))
            .orElseGet(() -> Scenario.event(event.source(), event.name(), event.outcome()));
    Optional<JsonPattern> when = event.when().flatMap(EventScenario::parsed);
    if (when.isPresent()) {
      scenario = scenario.when(when.get());
    }
    Optional<JsonPattern> access = event.access().flatMap(EventScenario::recorded);
    return access.isPresent() ? scenario.when(access.get()) : scenario;
  }

  private static Scenario ofPattern(Event event, String pattern) {
    Scenario any = parsed(pattern).map(Scenario::of).orElse(Scenario.any());
    return any.with(event.outcome());
  }

  private static Optional<JsonPattern> recorded(CallAccess access) {
    return switch (access) {
      case READ -> parsed("{ $.readOnly IS TRUE }");
      case WRITE -> parsed("{ $.readOnly IS FALSE }");
      case BOTH -> Optional.empty();
    };
  }

  private static Optional<JsonPattern> parsed(String pattern) {
    return FilterPattern.parse(pattern)
        .match(
            accepted ->
                accepted.pattern() instanceof JsonPattern json
                    ? Optional.of(json)
                    : Optional.empty(),
            rejected -> Optional.empty());
  }
}
