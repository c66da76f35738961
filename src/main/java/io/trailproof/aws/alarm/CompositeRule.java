package io.trailproof.aws.alarm;

import io.trailproof.kleene.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** The rule of a composite alarm (F84). */
public final class CompositeRule {

  private final RuleTerm term;

  /** Whether it is spelled as documented, so that the API surely takes it. */
  private final boolean documented;

  CompositeRule(RuleTerm term, boolean documented) {
    this.term = term;
    this.documented = documented;
  }

  /**
   * A rule, or where and why the text is none.
   *
   * @param offset where the text stops being a rule; empty if it is one
   * @param problem what is wrong there, in words; empty if nothing is
   */
  public record Parsed(Optional<CompositeRule> rule, OptionalInt offset, String problem) {}

  public static Parsed parse(String text) {
    return new CompositeRuleParser(text).parse();
  }

  /** The names and ARNs of the alarms it refers to, in order. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    term.names().forEach(names::add);
    return names;
  }

  /**
   * Whether the composite alarm enters ALARM when a child does, every other alarm being OK.
   *
   * @param child whether a name of the rule means the child
   */
  public Firing firesFor(Function<String, Truth> child) {
    Truth raised = term.holds(child, AlarmState.ALARM);
    Truth fine = term.holds(child, AlarmState.OK);
    Truth dataless = term.holds(child, AlarmState.INSUFFICIENT_DATA);
    Truth quiet = fine.agree(dataless);
    Truth fires = raised.and(quiet.not());
    if (fires == Truth.YES && !documented) {
      return Firing.unknown(
          Aspect.CONFIGURATION,
          "the rule spells its operators or functions in a way that is not documented");
    }
    return switch (fires) {
      case YES ->
          Firing.yes(0, Truth.YES, List.of(), "the rule holds as soon as the alarm is in ALARM");
      case NO ->
          Firing.no(
              Aspect.COMPARISON,
              raised == Truth.NO
                  ? "the rule does not hold when the alarm is in ALARM and all others are OK"
                  : "the rule holds already when the alarm is not in ALARM, so nothing changes");
      case UNKNOWN ->
          Firing.unknown(
              Aspect.COMPARISON,
              "whether the rule names the alarm, or holds without it, is not known");
    };
  }
}
