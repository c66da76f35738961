package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Chars;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as patterns write them: a sign may lead, and digits may be missing on one side of the
 * point (§1.2).
 */
final class Numbers {
  private Numbers() {}

  static boolean isNumber(String text) {
    int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int whole = digits(text, at);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digits(text, end + 1);
      if (end == whole + 1 && whole == at) {
        return false;
      }
    } else if (whole == at) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = end + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
        exponent++;
      }
      end = digits(text, exponent);
      if (end == exponent) {
        return false;
      }
    }
    return end == text.length();
  }

  /** Null if its exponent does not fit 32 bits, which the service refuses (recorded, §1.2). */
  static @Nullable BigDecimal worth(String number) {
    try {
      return new BigDecimal(number);
    } catch (NumberFormatException tooLarge) {
      return null;
    }
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && Chars.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
