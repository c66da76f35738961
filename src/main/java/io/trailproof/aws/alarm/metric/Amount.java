package io.trailproof.aws.alarm.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A number known to lie between two others, which are equal if it is known exactly. */
public record Amount(BigDecimal low, BigDecimal high) {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,3})?");

  /** As many digits as any int may have. */
  private static final int FEW_DIGITS = 9;

  public static final Amount ZERO = exactly(BigDecimal.ZERO);
  static final Amount ONE = exactly(BigDecimal.ONE);

  /** Any value that CloudWatch accepts for a metric: -2^360 to 2^360. */
  public static final Amount ANY =
      new Amount(BigDecimal.valueOf(2).pow(360).negate(), BigDecimal.valueOf(2).pow(360));

  /** The number that a text spells, as alarms and metric filters spell numbers. */
  public static Optional<BigDecimal> decimal(String text) {
    return isFewDigits(text) || DECIMAL.matcher(text).matches()
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** True for what nearly all numbers are. */
  private static boolean isFewDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= FEW_DIGITS;
  }

  /** The whole number from 1 to a thousand million that a text spells. */
  public static Optional<Integer> count(String text) {
    return decimal(text)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .filter(
            number ->
                number.signum() > 0 && number.compareTo(BigDecimal.valueOf(1_000_000_000)) <= 0)
        .map(BigDecimal::intValueExact);
  }

  /** The amount of a number that is known. */
  public static Amount exactly(BigDecimal value) {
    return new Amount(value, value);
  }

  /** The amount of a number that is known. */
  public static Amount exactly(long value) {
    return exactly(BigDecimal.valueOf(value));
  }

  /** Whether it is one number. */
  public boolean isExact() {
    return low.compareTo(high) == 0;
  }

  Amount plus(Amount other) {
    return new Amount(low.add(other.low), high.add(other.high));
  }

  Amount minus(Amount other) {
    return new Amount(low.subtract(other.high), high.subtract(other.low));
  }

  Amount times(Amount other) {
    return hull(
        low.multiply(other.low),
        low.multiply(other.high),
        high.multiply(other.low),
        high.multiply(other.high));
  }

  Amount times(long factor) {
    return times(exactly(factor));
  }

  /** The quotient; {@code divisor} must not contain zero. */
  Amount dividedBy(Amount divisor) {
    return hull(
        quotient(low, divisor.low),
        quotient(low, divisor.high),
        quotient(high, divisor.low),
        quotient(high, divisor.high));
  }

  Amount dividedBy(long divisor) {
    return dividedBy(exactly(divisor));
  }

  Amount rounded(RoundingMode mode) {
    return new Amount(low.setScale(0, mode), high.setScale(0, mode));
  }

  Amount absolute() {
    Amount mirrored = ZERO.minus(this);
    return contains(BigDecimal.ZERO)
        ? new Amount(BigDecimal.ZERO, high.max(mirrored.high))
        : new Amount(low.abs().min(high.abs()), low.abs().max(high.abs()));
  }

  boolean contains(BigDecimal value) {
    return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
  }

  Amount min(Amount other) {
    return new Amount(low.min(other.low), high.min(other.high));
  }

  Amount max(Amount other) {
    return new Amount(low.max(other.low), high.max(other.high));
  }

  /** The least amount that contains both. */
  Amount around(Amount other) {
    return new Amount(low.min(other.low), high.max(other.high));
  }

  /** A number as explanations spell it. */
  public static String text(BigDecimal number) {
    return number.signum() == 0
        ? "0"
        : number.round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  /** The amount as explanations spell it. */
  public String text() {
    if (isExact()) {
      return text(low);
    }
    return equals(ANY)
        ? "a value that is not known"
        : "between " + text(low) + " and " + text(high);
  }

  private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, MathContext.DECIMAL128);
  }

  private static Amount hull(BigDecimal... corners) {
    return new Amount(
        Stream.of(corners).reduce(BigDecimal::min).orElseThrow(),
        Stream.of(corners).reduce(BigDecimal::max).orElseThrow());
  }
}
