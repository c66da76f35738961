package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Chars;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a number of a record is worth, and how it reads as text, as far as both are known
 * (filter-patterns §2.2).
 *
 * @param value exact, underflow being zero (recorded, filter-patterns §2.2); null if it overflows,
 *     or is too long for us to tell
 * @param knowable false if the number is too long for us to tell
 * @param texts the ways in which the service may spell it for a comparison with text; one if that
 *     is known
 */
public record NumberText(@Nullable BigDecimal value, boolean knowable, Set<String> texts) {
  private static final int MAX_LENGTH = 1_000;

  public static NumberText of(String source) {
    if (source.length() > MAX_LENGTH) {
      return new NumberText(null, false, Set.of(source));
    }
    double approximate = Double.parseDouble(source);
    if (Double.isInfinite(approximate)) {
      return new NumberText(null, true, Set.of(source, Double.toString(approximate)));
    }
    BigDecimal value = approximate == 0 ? BigDecimal.ZERO : new BigDecimal(source);
    return new NumberText(value, true, texts(source, approximate, value));
  }

  /**
   * Recorded: {@code 1} reads "1"; {@code 1.0} and {@code 1e0} read "1.0". What others read is open
   * (filter-patterns §8).
   */
  private static Set<String> texts(String source, double approximate, BigDecimal value) {
    boolean integer = source.chars().allMatch(c -> c == '-' || Chars.isDigit(c));
    if (integer && !source.equals("-0")) {
      return Set.of(source);
    }
    String plain = Double.toString(approximate);
    double size = Math.abs(approximate);
    if (!integer && size >= 1e-3 && size < 1e7 && Math.rint(approximate) == approximate) {
      return Set.of(plain);
    }
    Set<String> texts = new LinkedHashSet<>();
    texts.add(source);
    texts.add(plain);
    if (integer) {
      texts.add("0");
    } else {
      texts.add(value.toString());
      texts.add(value.toPlainString());
    }
    return Set.copyOf(texts);
  }
}
