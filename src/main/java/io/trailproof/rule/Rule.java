package io.trailproof.rule;

import io.trailproof.aws.filterpattern.insight.Suggestion;
import io.trailproof.diagnostic.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A rule: its events must each have a path through the chain on which every requirement holds.
 *
 * @param claim {@code fires}: somebody is told; {@code complies}: the words of a benchmark are met
 * @param comparedWith for a rule of claim {@code complies}: the rule that says whether somebody is
 *     told, which it may contradict either way
 * @param alternative another way to be told, worth a note where this rule does not hold
 * @param byDefault whether a run that names no rules checks it
 */
public record Rule(
    String id,
    String title,
    String description,
    String claim,
    Severity severity,
    Chain chain,
    List<Event> events,
    List<Control> controls,
    Optional<Rule> comparedWith,
    Optional<Rule> alternative,
    boolean byDefault) {
  public Rule {
    events = List.copyOf(events);
    controls = List.copyOf(controls);
  }

  /** True if it only informs, and closes no gate unless one asks for that. */
  public boolean isInformational() {
    return severity == Severity.NOTE;
  }

  /** True if it holds the words of a benchmark against the input, not what happens. */
  public boolean isAboutWords() {
    return claim.equals("complies");
  }

  /**
   * Patterns that together match every event of the rule, each within the service's limit, in the
   * style of CIS; none for an event that is more than a name.
   */
  public List<String> suggestedPatterns() {
    boolean named = events.stream().allMatch(event -> event.pattern().isEmpty());
    return named
        ? Suggestion.patterns(
            events.get(0).source(), events.stream().map(Event::name).toList(), Suggestion.Style.CIS)
        : events.stream().flatMap(event -> event.pattern().stream()).toList();
  }
}
