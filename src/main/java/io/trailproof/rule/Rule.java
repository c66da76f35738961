package io.trailproof.rule;

import io.trailproof.diagnostic.Severity;
import io.trailproof.rule.control.Control;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule: its events must each have a path through a chain on which every requirement holds.
 *
 * @param subject what somebody is to be told of, as a noun: {@code an IAM policy change}
 * @param claim {@code fires}: somebody is told; {@code complies}: the words of a benchmark are met
 * @param ways the chains that may take its events to somebody, and which of them count
 * @param comparedWith for a rule of claim {@code complies}: the rule that says whether somebody is
 *     told, which it may contradict either way
 * @param byDefault whether a run that names no rules checks it
 * @param asked those of its controls that a run asks for; such a rule is judged for them, by the
 *     way that controls ask for alone
 */
public record Rule(
    String id,
    String title,
    Optional<String> subject,
    String description,
    String claim,
    Severity severity,
    Ways ways,
    List<Event> events,
    List<Control> controls,
    Optional<Rule> comparedWith,
    boolean byDefault,
    List<Control> asked) {
  public Rule {
    asked = List.copyOf(asked);
    events = List.copyOf(events);
    controls = List.copyOf(controls);
  }

  /** The chain of the way that its controls ask for. */
  public Chain chain() {
    return ways.asked();
  }

  /** The same rule, where some of its ways count beside the one that its controls ask for. */
  public Rule letting(Collection<String> names) {
    return with(severity, ways.letting(names), asked);
  }

  /** The same rule, where some requirements take arguments beside their own. */
  public Rule with(Map<String, Map<String, String>> parameters) {
    return parameters.isEmpty() ? this : with(severity, ways.with(parameters), asked);
  }

  /** The same rule by another severity. */
  public Rule of(Severity another) {
    return with(another, ways, asked);
  }

  /** The same rule where a run asks for some of its controls. */
  public Rule askedFor(List<Control> some) {
    return with(severity, ways, some);
  }

  private Rule with(Severity itsSeverity, Ways itsWays, List<Control> askedControls) {
    return new Rule(
        id,
        title,
        subject,
        description,
        claim,
        itsSeverity,
        itsWays,
        events,
        controls,
        comparedWith,
        byDefault,
        askedControls);
  }

  /** What a configuration may give, by the ids of requirements, in the order of the chains. */
  public Map<String, List<Parameter>> parameters() {
    Map<String, List<Parameter>> all = new LinkedHashMap<>();
    List<Chain> chains = new ArrayList<>(ways.besides());
    chains.add(0, ways.asked());
    for (Chain chain : chains) {
      for (ChainLink link : chain.links()) {
        for (Requirement one : link.requirements()) {
          if (!one.condition().settable().isEmpty()) {
            all.put(one.id(), one.condition().settable());
          }
        }
      }
    }
    return all;
  }

  /**
   * The rules that ask for one of its other ways each: the same events by another chain, checked
   * only when they are named. They serve no control, as these ask for a metric filter (F100).
   */
  public List<Rule> ofOtherWays() {
    return ways.besides().stream().map(this::ofOtherWay).toList();
  }

  private Rule ofOtherWay(Chain chain) {
    String by = title + ", by " + chain.title();
    return new Rule(
        id + "-" + chain.way(),
        by,
        subject,
        chain.description().isEmpty() ? by : chain.description(),
        claim,
        severity,
        Ways.only(chain),
        events,
        List.of(),
        Optional.empty(),
        false,
        List.of());
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
   * style of CIS where a name says all.
   */
  public List<String> suggestedPatterns() {
    return SuggestedPatterns.of(events);
  }

  /** A query of Logs Insights that finds every event of the rule, and may find more. */
  public String suggestedQuery() {
    return SuggestedQuery.of(events);
  }
}
