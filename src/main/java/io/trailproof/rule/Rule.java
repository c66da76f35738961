package io.trailproof.rule;

import io.trailproof.diagnostic.Severity;
import java.util.List;

/**
 * A rule: its events must each have a path through the chain on which every requirement holds.
 *
 * @param claim {@code fires}: somebody is told; {@code complies}: the words of a benchmark are met
 */
public record Rule(
    String id,
    String title,
    String description,
    String claim,
    Severity severity,
    Chain chain,
    List<Event> events,
    List<Control> controls) {
  public Rule {
    events = List.copyOf(events);
    controls = List.copyOf(controls);
  }

  /** A pattern that matches every event of the rule, in the style of the benchmarks. */
  public String suggestedPattern() {
    StringBuilder pattern = new StringBuilder("{");
    String separator = "";
    for (Event event : events) {
      pattern.append(separator).append("($.eventName=").append(event.name()).append(")");
      separator = "||";
    }
    return pattern.append("}").toString();
  }
}
