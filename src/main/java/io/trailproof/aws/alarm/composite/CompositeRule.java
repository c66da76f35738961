package io.trailproof.aws.alarm.composite;

import io.trailproof.aws.alarm.AlarmState;
import io.trailproof.kleene.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** The rule of a composite alarm (F84). */
public final class CompositeRule {

  private final Term term;

  /** Whether it is spelled as documented, so that the API surely takes it. */
  private final boolean documented;

  CompositeRule(Term term, boolean documented) {
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

  /**
   * Whether the composite alarm goes into ALARM when a child does.
   *
   * @param follows whether it does
   * @param explanation what makes it so, in words
   */
  public record Following(Truth follows, String explanation) {}

  /** The rule that a text spells. */
  public static Parsed parse(String text) {
    return new CompositeRuleParser(text).parse();
  }

  /** The names and ARNs of the alarms it refers to, in order. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    term.names(names);
    return names;
  }

  /** How many functions and constants it has. */
  int size() {
    return term.size();
  }

  /**
   * Whether the composite alarm enters ALARM when a child does, every other alarm being OK.
   *
   * @param child whether a name of the rule means the child
   */
  public Following following(Function<String, Truth> child) {
    Truth raised = term.holds(child, AlarmState.ALARM);
    Truth fine = term.holds(child, AlarmState.OK);
    Truth dataless = term.holds(child, AlarmState.INSUFFICIENT_DATA);
    Truth quiet = fine.agree(dataless);
    return switch (raised.and(quiet.not())) {
      case YES ->
          documented
              ? new Following(Truth.YES, "the rule holds as soon as the alarm is in ALARM")
              : new Following(
                  Truth.UNKNOWN,
                  "the rule spells its operators or functions in a way that is not documented");
      case NO ->
          new Following(
              Truth.NO,
              raised == Truth.NO
                  ? "the rule does not hold when the alarm is in ALARM and all others are OK"
                  : "the rule holds already when the alarm is not in ALARM, so nothing changes");
      case UNKNOWN ->
          new Following(
              Truth.UNKNOWN, "whether the rule names the alarm, or holds without it, is not known");
    };
  }

  /** A part of the rule. */
  sealed interface Term {

    /**
     * Whether it holds with the child in a state and all others OK.
     *
     * @param child whether a name means the child
     */
    Truth holds(Function<String, Truth> child, AlarmState state);

    /** The terms it joins; none for a function or a constant. */
    default List<Term> parts() {
      return List.of();
    }

    /** Puts the names in it, in order. */
    default void names(Set<String> names) {
      for (Term part : parts()) {
        part.names(names);
      }
    }

    /** How many functions and constants it has. */
    default int size() {
      int size = parts().isEmpty() ? 1 : 0;
      for (Term part : parts()) {
        size += part.size();
      }
      return size;
    }
  }

  /** `ALARM("x")`, `OK("x")` or `INSUFFICIENT_DATA("x")`. */
  record InState(AlarmState wanted, String name) implements Term {
    @Override
    public Truth holds(Function<String, Truth> child, AlarmState state) {
      Truth asChild = Truth.of(state == wanted);
      Truth asOther = Truth.of(wanted == AlarmState.OK);
      return switch (child.apply(name)) {
        case YES -> asChild;
        case NO -> asOther;
        case UNKNOWN -> asChild.agree(asOther);
      };
    }

    @Override
    public void names(Set<String> names) {
      names.add(name);
    }
  }

  /** `TRUE` or `FALSE`. */
  record Constant(boolean value) implements Term {
    @Override
    public Truth holds(Function<String, Truth> child, AlarmState state) {
      return Truth.of(value);
    }
  }

  /** `NOT x`. */
  record Not(Term term) implements Term {
    @Override
    public Truth holds(Function<String, Truth> child, AlarmState state) {
      return term.holds(child, state).not();
    }

    @Override
    public List<Term> parts() {
      return List.of(term);
    }
  }

  /** `x AND y` or `x OR y`. */
  record Both(Term left, Term right, boolean conjunction) implements Term {
    @Override
    public Truth holds(Function<String, Truth> child, AlarmState state) {
      Truth first = left.holds(child, state);
      Truth second = right.holds(child, state);
      return conjunction ? first.and(second) : first.or(second);
    }

    @Override
    public List<Term> parts() {
      return List.of(left, right);
    }
  }
}
