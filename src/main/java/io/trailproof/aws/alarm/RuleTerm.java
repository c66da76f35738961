package io.trailproof.aws.alarm;

import io.trailproof.kleene.Truth;
import java.util.function.Function;
import java.util.stream.Stream;

/** A part of the rule of a composite alarm. */
sealed interface RuleTerm {

  /**
   * Whether it holds with the child in a state and all others OK.
   *
   * @param child whether a name means the child
   */
  Truth holds(Function<String, Truth> child, AlarmState state);

  /** The names in it, in order. */
  Stream<String> names();

  /** How many functions and constants it has. */
  int size();

  /** `ALARM("x")`, `OK("x")` or `INSUFFICIENT_DATA("x")`. */
  record InState(AlarmState wanted, String name) implements RuleTerm {
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
    public Stream<String> names() {
      return Stream.of(name);
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** `TRUE` or `FALSE`. */
  record Constant(boolean value) implements RuleTerm {
    @Override
    public Truth holds(Function<String, Truth> child, AlarmState state) {
      return Truth.of(value);
    }

    @Override
    public Stream<String> names() {
      return Stream.empty();
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** `NOT x`. */
  record Not(RuleTerm term) implements RuleTerm {
    @Override
    public Truth holds(Function<String, Truth> child, AlarmState state) {
      return term.holds(child, state).not();
    }

    @Override
    public Stream<String> names() {
      return term.names();
    }

    @Override
    public int size() {
      return term.size();
    }
  }

  /** `x AND y` or `x OR y`. */
  record Both(RuleTerm left, RuleTerm right, boolean conjunction) implements RuleTerm {
    @Override
    public Truth holds(Function<String, Truth> child, AlarmState state) {
      Truth first = left.holds(child, state);
      Truth second = right.holds(child, state);
      return conjunction ? first.and(second) : first.or(second);
    }

    @Override
    public Stream<String> names() {
      return Stream.concat(left.names(), right.names());
    }

    @Override
    public int size() {
      return left.size() + right.size();
    }
  }
}
