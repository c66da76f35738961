package io.trailproof.rule;

import io.trailproof.aws.filterpattern.insight.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fewest patterns that together match all records of some events: names alone where these say
 * all, as CIS writes them, and in brackets what else is asked for.
 */
public final class SuggestedPatterns {
  /** Stands for the names of all calls of which the same is asked beside them. */
  private static final String NAMES = "()";

  private SuggestedPatterns() {}

  /** Those of events, which may be of several rules. */
  public static List<String> of(List<Event> events) {
    List<String> alternatives = new ArrayList<>();
    Map<String, List<String>> narrowed = new LinkedHashMap<>();
    for (Event event : events) {
      if (event.isNameAlone()) {
        alternatives.add(Suggestion.named(event.name()));
      } else if (event.pattern().isPresent()) {
        alternatives.add("(" + Event.inner(event.asPattern()) + ")");
      } else {
        String name = tested(event);
        narrowed
            .computeIfAbsent(
                Event.inner(event.asPattern()).replace("(" + name + ")", NAMES),
                any -> new ArrayList<>())
            .add(name);
      }
    }
    narrowed.forEach(
        (asked, names) ->
            alternatives.add(
                "(" + asked.replace(NAMES, "(" + String.join(" || ", names) + ")") + ")"));
    return Suggestion.anyOf(alternatives);
  }

  private static String tested(Event call) {
    return "$.eventName = \"" + call.name() + "\"";
  }
}
