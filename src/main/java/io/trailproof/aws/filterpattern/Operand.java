package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Chars;
import io.trailproof.aws.filterpattern.text.ExactText;
import io.trailproof.aws.filterpattern.text.Glob;
import io.trailproof.aws.filterpattern.text.Regex;
import io.trailproof.aws.filterpattern.text.TextSet;
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
   * (recorded, §2.2).
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
      boolean everything = certain instanceof Glob glob && glob.isEverything();
      if (!number.knowable() && !everything) {
        return Truth.UNKNOWN;
      }
      boolean all = number.texts().stream().allMatch(text -> contains(text) == Truth.YES);
      boolean none = number.texts().stream().allMatch(text -> contains(text) == Truth.NO);
      return all ? Truth.YES : none ? Truth.NO : Truth.UNKNOWN;
    }
  }

  /** An unquoted number: equal to numbers by worth, to strings by its own text (§2.2). */
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
  }

  /**
   * A text, quoted or not, in which {@code *} at either end is a wildcard. Within the text {@code
   * *} may be a wildcard or itself: AWS says both and nobody recorded it (§2.4).
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
          : new Texts(starsWithinAreText(), Glob.of(text));
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
      return new Glob(pieces);
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
      boolean word = bare && !Numbers.isNumber(text) && !text.equalsIgnoreCase("null");
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
