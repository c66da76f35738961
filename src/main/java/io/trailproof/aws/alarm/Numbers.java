package io.trailproof.aws.alarm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as alarms spell them, and as explanations do. */
final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,3})?");
  private static final String[] WORDS = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve"
  };

  private Numbers() {}

  static Optional<BigDecimal> decimal(String text) {
    return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** A whole number from 1 to a thousand million. */
  static Optional<Integer> count(String text) {
    return decimal(text)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .filter(
            number ->
                number.signum() > 0 && number.compareTo(BigDecimal.valueOf(1_000_000_000)) <= 0)
        .map(BigDecimal::intValueExact);
  }

  static String text(BigDecimal number) {
    return number.signum() == 0
        ? "0"
        : number.round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  static String text(Amount amount) {
    if (amount.isExact()) {
      return text(amount.low());
    }
    return amount.equals(Amount.ANY)
        ? "a value that is not known"
        : "between " + text(amount.low()) + " and " + text(amount.high());
  }

  /** A length of time in the largest unit that fits: "five minutes", "one day". */
  static String duration(long seconds) {
    if (seconds % 86_400 == 0) {
      return quantity(seconds / 86_400, "day");
    }
    if (seconds % 3600 == 0) {
      return quantity(seconds / 3600, "hour");
    }
    return seconds % 60 == 0 ? quantity(seconds / 60, "minute") : quantity(seconds, "second");
  }

  private static String quantity(long count, String unit) {
    return (count < WORDS.length ? WORDS[(int) count] : Long.toString(count))
        + " "
        + unit
        + (count == 1 ? "" : "s");
  }
}
