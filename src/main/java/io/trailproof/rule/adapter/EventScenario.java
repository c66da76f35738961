package io.trailproof.rule.adapter;

import io.trailproof.aws.eventselector.CallKind;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import io.trailproof.rule.CallAccess;
import io.trailproof.rule.Event;
import io.trailproof.rule.EventKind;
import java.util.List;
import java.util.Optional;

/** The records that an event of a rule stands for. */
public final class EventScenario {
  private static final JsonPattern READ = pattern("{ $.readOnly IS TRUE }");
  private static final JsonPattern WRITE = pattern("{ $.readOnly IS FALSE }");

  private EventScenario() {}

  /** Those of a named call, or those that a partial record describes, as the event narrows them. */
  public static Scenario of(Event event) {
    Scenario scenario =
        event
            .pattern()
            .map(pattern -> ofPattern(event, pattern))
            .orElseGet(() -> Scenario.event(event.source(), event.name(), event.outcome()));
    if (event.when().isPresent()) {
      scenario = scenario.when(pattern(event.when().get()));
    }
    if (event.pattern().isPresent() && !event.source().isEmpty()) {
      scenario = scenario.when(pattern("{ $.eventSource = \"" + event.source() + "\" }"));
    }
    return switch (event.access().orElse(CallAccess.BOTH)) {
      case READ -> scenario.given(READ);
      case WRITE -> scenario.given(WRITE);
      case BOTH -> scenario;
    };
  }

  private static Scenario ofPattern(Event event, String text) {
    JsonPattern pattern = pattern(text);
    Scenario scenario = Scenario.of(pattern).with(event.outcome());
    for (String source : sources(event.kind(), pattern)) {
      for (String name : constants(pattern, "$.eventName")) {
        if (CallKind.of(source, name) == CallKind.MANAGEMENT_WRITE) {
          scenario =
              scenario.when(
                  pattern(
                      "{ $.eventSource != \"%s\" || $.eventName != \"%s\" || $.readOnly IS FALSE }"
                          .formatted(source, name)));
        }
      }
    }
    return scenario;
  }

  /** The services that an event that is a pattern names; none if it may be of any. */
  static List<String> sources(EventKind kind, JsonPattern pattern) {
    return kind.source().isEmpty() ? constants(pattern, "$.eventSource") : List.of(kind.source());
  }

  /** The texts that a pattern compares a field with, one of which it asks for. */
  public static List<String> constants(JsonPattern pattern, String selector) {
    return pattern.tests().stream()
        .filter(test -> test.selector().print().equals(selector))
        .flatMap(test -> test.constant().stream())
        .distinct()
        .toList();
  }

  /**
   * A pattern for records, as the reader of rules let it through or as it stands in our own text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static JsonPattern pattern(String text) {
    return FilterPattern.parse(text)
        .match(
            accepted ->
                accepted.pattern() instanceof JsonPattern json
                    ? Optional.of(json)
                    : Optional.<JsonPattern>empty(),
            rejected -> Optional.<JsonPattern>empty())
        .orElseThrow(() -> new IllegalArgumentException("no pattern for records: " + text));
  }
}
