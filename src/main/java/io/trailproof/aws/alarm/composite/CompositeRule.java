package io.trailproof.aws.alarm.composite;

import io.trailproof.aws.alarm.AlarmState;
import io.trailproof.kleene.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
   * @param refused whether the API refuses it; a function that is not known here it may know (F158)
   */
  public record Parsed(
      Optional<CompositeRule> rule, OptionalInt offset, String problem, boolean refused) {}

  /** The states in which an alarm may be, by its name in the rule. */
  @FunctionalInterface
  public interface States {
    Set<AlarmState> of(String name);
  }

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

  /** Whether the rule holds while alarms are in some states. */
  public Truth holds(States states) {
    return term.holds(states);
  }

  /**
   * Whether the composite alarm enters ALARM when a child does (F160).
   *
   * @param before the states of all alarms while nothing happens, one after the other if they may
   *     be several
   * @param during the states of all alarms when the child is in ALARM
   */
  public Following following(List<States> before, States during) {
    Truth raised = term.holds(during);
    Truth quiet = before.stream().map(term::holds).reduce(Truth::agree).orElse(Truth.UNKNOWN);
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
                  ? "the rule does not hold when the alarm is in ALARM and the others are as before"
                  : "the rule holds already when the alarm is not in ALARM, so nothing changes");
      case UNKNOWN ->
          new Following(
              Truth.UNKNOWN,
              raised == Truth.YES
                  ? "whether the rule holds already before the alarm is in ALARM is not known"
                  : "whether the rule names the alarm, or in which state the others are then, is"
                      + " not known");
    };
  }

  /** A part of the rule. */
  sealed interface Term {

    /** Whether it holds while alarms are in some states. */
    Truth holds(States states);

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
    public Truth holds(States states) {
      return is(states.of(name), wanted);
    }

    static Truth is(Set<AlarmState> possible, AlarmState wanted) {
      if (!possible.contains(wanted)) {
        return Truth.NO;
      }
      return possible.size() == 1 ? Truth.YES : Truth.UNKNOWN;
    }

    @Override
    public void names(Set<String> names) {
      names.add(name);
    }
  }

  /**
   * `AT_LEAST(2, ALARM, (a, b))`, or of a percentage of them; how that is rounded is not documented
   * (F158).
   */
  record AtLeast(int least, boolean percent, AlarmState wanted, boolean negated, List<String> all)
      implements Term {
    @Override
    public Truth holds(States states) {
      List<Truth> each =
          all.stream()
              .map(name -> InState.is(states.of(name), wanted))
              .map(is -> negated ? is.not() : is)
              .toList();
      return enough(each.stream().filter(is -> is == Truth.YES).count())
          .agree(enough(each.stream().filter(is -> is != Truth.NO).count()));
    }

    private Truth enough(long count) {
      if (!percent) {
        return Truth.of(count >= least);
      }
      if (count * 100 >= (long) least * all.size()) {
        return Truth.YES;
      }
      long roundedDown = Math.max(1, (long) least * all.size() / 100);
      return count >= roundedDown ? Truth.UNKNOWN : Truth.NO;
    }

    @Override
    public void names(Set<String> names) {
      names.addAll(all);
    }
  }

  /** `TRUE` or `FALSE`. */
  record Constant(boolean value) implements Term {
    @Override
    public Truth holds(States states) {
      return Truth.of(value);
    }
  }

  /** `NOT x`. */
  record Not(Term term) implements Term {
    @Override
    public Truth holds(States states) {
      return term.holds(states).not();
    }

    @Override
    public List<Term> parts() {
      return List.of(term);
    }
  }

  /** `x AND y` or `x OR y`. */
  record Both(Term left, Term right, boolean conjunction) implements Term {
    @Override
    public Truth holds(States states) {
      Truth first = left.holds(states);
      Truth second = right.holds(states);
      return conjunction ? first.and(second) : first.or(second);
    }

    @Override
    public List<Term> parts() {
      return List.of(left, right);
    }
  }
}
