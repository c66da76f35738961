package io.trailproof.document;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads decimal numbers, but none that would take gigabytes to write out: {@code 1e999999999} is
 * ten letters long.
 */
public final class Decimal {
  /** No number of AWS has more digits before or behind the point. */
  private static final int DIGITS = 400;

  private Decimal() {}

  /** The number that a text is; empty if it is none, or one beyond any limit of AWS. */
  public static Optional<BigDecimal> read(String text) {
    if (text.length() > 2 * DIGITS || !begins(text)) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) <= DIGITS ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Most texts are words: to have them refused takes an exception each. */
  private static boolean begins(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    return first == '-' || first == '+' || first == '.' || Character.isDigit(first);
  }
}
