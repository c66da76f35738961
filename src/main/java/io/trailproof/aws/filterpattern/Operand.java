package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Chars;
import io.trailproof.aws.filterpattern.text.Regex;
import io.trailproof.aws.filterpattern.text.TextSet;
import io.trailproof.aws.filterpattern.text.TextSet.ExactText;
import io.trailproof.aws.filterpattern.text.TextSet.TextGlob;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a record's value is compared with; closed because the language has three spellings of it.
 */
public sealed interface Operand {
  /** The strings that are equal to this value. */
  Texts texts();

  /** Whether a number of a record is equal to this value. */
  Truth equalTo(NumberText number);

  /**
   * Whether a number of a record differs from this value; an overflowing one does neither
   * (recorded, filter-patterns §2.2).
   */
  default Truth unequalTo(NumberText number) {
    return equalTo(number).not();
  }

  default Truth equalTo(String text) {
    return texts().contains(text);
  }

  String print();

  <R> R match(
      Function<Numeral, R> number, Function<Text, R> text, Function<RegularExpression, R> regex);

  /**
   * A set of strings known from both sides.
   *
   * @param certain the strings that belong to it for sure; null if there are none
   * @param possible the strings that may belong to it; null if all may
   */
  record Texts(@Nullable TextSet certain, @Nullable TextSet possible) {
    static Texts of(TextSet exact) {
      return new Texts(exact, exact);
    }

    static Texts unknown() {
      return new Texts(null, null);
    }

    public Truth contains(String text) {
      if (certain != null && certain.contains(text)) {
        return Truth.YES;
      }
      return possible == null || possible.contains(text) ? Truth.UNKNOWN : Truth.NO;
    }

    Truth contains(NumberText number) {
      boolean everything = certain instanceof TextGlob glob && glob.isEverything();
      if (!number.knowable() && !everything) {
        return Truth.UNKNOWN;
      }
      boolean all = number.texts().stream().allMatch(text -> contains(text) == Truth.YES);
      boolean none = number.texts().stream().allMatch(text -> contains(text) == Truth.NO);
      return all ? Truth.YES : none ? Truth.NO : Truth.UNKNOWN;
    }
  }

  /**
   * An unquoted number: equal to numbers by worth, to strings by its own text (filter-patterns
   * §2.2).
   */
  record Numeral(String text, BigDecimal worth) implements Operand {
    @Override
    public Texts texts() {
      return Texts.of(new ExactText(text));
    }

    @Override
    public Truth equalTo(NumberText number) {
      if (!number.knowable()) {
        return Truth.UNKNOWN;
      }
      return Truth.of(number.value() != null && number.value().compareTo(worth) == 0);
    }

    @Override
    public Truth unequalTo(NumberText number) {
      return number.knowable() && number.value() == null ? Truth.NO : equalTo(number).not();
    }

    @Override
    public String print() {
      return text;
    }

    @Override
    public <R> R match(
        Function<Numeral, R> number, Function<Text, R> text, Function<RegularExpression, R> regex) {
      return number.apply(this);
    }

    /**
     * Whether a pattern may write a number so: a sign may lead, and digits may be missing on one
     * side of the point (filter-patterns §1.2).
     */
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

    /**
     * Null if its exponent does not fit 32 bits, which the service refuses (recorded,
     * filter-patterns §1.2).
     */
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

  /**
   * A text, quoted or not, in which {@code *} at either end is a wildcard. Within the text {@code
   * *} may be a wildcard or itself: AWS says both and nobody recorded it (filter-patterns §2.4).
   *
   * @param doubt what about its spelling has an unknown effect; empty if nothing
   */
  record Text(String text, String doubt) implements Operand {
    @Override
    public Texts texts() {
      if (!doubt.isEmpty()) {
        return Texts.unknown();
      }
      return text.indexOf('*') < 0
          ? Texts.of(new ExactText(text))
          : new Texts(starsWithinAreText(), TextGlob.of(text));
    }

    /** True if a {@code *} stands neither first nor last. */
    public boolean hasStarWithin() {
      return text.length() > 2
          && text.indexOf('*', 1) >= 0
          && text.indexOf('*', 1) < text.length() - 1;
    }

    private TextSet starsWithinAreText() {
      boolean open = text.startsWith("*");
      boolean close = text.endsWith("*") && text.length() > 1;
      if (!open && !close) {
        return new ExactText(text);
      }
      List<String> pieces = new ArrayList<>();
      if (open) {
        pieces.add("");
      }
      pieces.add(text.substring(open ? 1 : 0, text.length() - (close ? 1 : 0)));
      if (close) {
        pieces.add("");
      }
      return new TextGlob(pieces);
    }

    @Override
    public Truth equalTo(NumberText number) {
      return texts().contains(number);
    }

    /** Quoted only where it must be. */
    @Override
    public String print() {
      boolean bare =
          !text.isEmpty()
              && text.chars()
                  .allMatch(c -> Chars.isBare(c) || (!doubt.isEmpty() && Chars.isDoubtful(c)));
      boolean word = bare && !Numeral.isNumber(text) && !text.equalsIgnoreCase("null");
      boolean doubtfulNull = !doubt.isEmpty() && text.equalsIgnoreCase("null");
      return word || doubtfulNull ? text : '"' + text + '"';
    }

    @Override
    public <R> R match(
        Function<Numeral, R> number, Function<Text, R> text, Function<RegularExpression, R> regex) {
      return text.apply(this);
    }
  }

  /**
   * A {@code %regex%}.
   *
   * @param regex null if nobody knows what the service makes of it
   */
  record RegularExpression(String body, @Nullable Regex regex) implements Operand {
    @Override
    public Texts texts() {
      return regex == null ? Texts.unknown() : Texts.of(regex);
    }

    @Override
    public Truth equalTo(NumberText number) {
      return texts().contains(number);
    }

    @Override
    public String print() {
      return "%" + body + "%";
    }

    @Override
    public <R> R match(
        Function<Numeral, R> number, Function<Text, R> text, Function<RegularExpression, R> regex) {
      return regex.apply(this);
    }
  }
}
