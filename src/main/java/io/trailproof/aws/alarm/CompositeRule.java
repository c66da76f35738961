package io.trailproof.aws.alarm;

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
  public Firing firesFor(Function<String, Answer> child) {
    Answer raised = term.holds(child, AlarmState.ALARM);
    Answer fine = term.holds(child, AlarmState.OK);
    Answer dataless = term.holds(child, AlarmState.INSUFFICIENT_DATA);
    Answer quiet = fine.agree(dataless);
    Answer fires = raised.and(quiet.not());
    if (fires == Answer.YES && !documented) {
      return Firing.unknown(
          Aspect.CONFIGURATION,
          "the rule spells its operators or functions in a way that is not documented");
    }
    return switch (fires) {
      case YES ->
          Firing.yes(0, Answer.YES, List.of(), "the rule holds as soon as the alarm is in ALARM");
      case NO ->
          Firing.no(
              Aspect.COMPARISON,
              raised == Answer.NO
                  ? "the rule does not hold when the alarm is in ALARM and all others are OK"
                  : "the rule holds already when the alarm is not in ALARM, so nothing changes");
      case UNKNOWN ->
          Firing.unknown(
              Aspect.COMPARISON,
              "whether the rule names the alarm, or holds without it, is not known");
    };
  }
}
