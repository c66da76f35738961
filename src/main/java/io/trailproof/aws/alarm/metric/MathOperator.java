package io.trailproof.aws.alarm.metric;

import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.Optional;

/** An operator of metric math; comparisons and logic give 1 or 0. */
enum MathOperator {
  PLUS("+"),
  MINUS("-"),
  TIMES("*"),
  DIVIDED_BY("/"),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  EQUAL("=="),
  UNEQUAL("!="),
  AND("&&"),
  OR("||");

  private final String symbol;

  MathOperator(String symbol) {
    this.symbol = symbol;
  }

  static Optional<MathOperator> of(String symbol) {
    for (MathOperator operator : values()) {
      if (operator.symbol.equals(symbol)
          || (operator.name().equals(symbol) && operator.isLogic())) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  private boolean isLogic() {
    return this == AND || this == OR;
  }

  Optional<Amount> apply(Amount left, Amount right) {
    return switch (this) {
      case PLUS -> Optional.of(left.plus(right));
      case MINUS -> Optional.of(left.minus(right));
      case TIMES -> Optional.of(left.times(right));
      case DIVIDED_BY -> quotient(left, right);
      case LESS -> truth(above(right, left));
      case GREATER -> truth(above(left, right));
      case LESS_OR_EQUAL -> truth(above(left, right).not());
      case GREATER_OR_EQUAL -> truth(above(right, left).not());
      case EQUAL -> truth(above(left, right).or(above(right, left)).not());
      case UNEQUAL -> truth(above(left, right).or(above(right, left)));
      case AND -> truth(nonZero(left).and(nonZero(right)));
      case OR -> truth(nonZero(left).or(nonZero(right)));
    };
  }

  private static Optional<Amount> quotient(Amount left, Amount right) {
    if (!right.contains(BigDecimal.ZERO)) {
      return Optional.of(left.dividedBy(right));
    }
    return right.isExact() ? Optional.empty() : Optional.of(Amount.ANY);
  }

  private static Truth above(Amount left, Amount right) {
    if (left.low().compareTo(right.high()) > 0) {
      return Truth.YES;
    }
    return left.high().compareTo(right.low()) <= 0 ? Truth.NO : Truth.UNKNOWN;
  }

  private static Truth nonZero(Amount amount) {
    if (!amount.contains(BigDecimal.ZERO)) {
      return Truth.YES;
    }
    return amount.isExact() ? Truth.NO : Truth.UNKNOWN;
  }

  private static Optional<Amount> truth(Truth answer) {
    return Optional.of(
        switch (answer) {
          case YES -> Amount.ONE;
          case NO -> Amount.ZERO;
          case UNKNOWN -> Amount.ZERO.around(Amount.ONE);
        });
  }
}
