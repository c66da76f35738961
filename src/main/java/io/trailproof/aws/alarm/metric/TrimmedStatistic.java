package io.trailproof.aws.alarm.metric;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statistic that leaves out, counts or clips samples beyond bounds, as far as samples that are
 * all alike decide it: what a percentage leaves of few different ones no text says (F167).
 *
 * @param bounds the numbers between which samples count; empty where the bounds are percentages
 */
record TrimmedStatistic(String text, Kind kind, Optional<Bounds> bounds) implements Statistic {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(tm|tc|ts|wm)\\d{1,3}(?:\\.\\d{1,10})?|(TM|TC|TS|WM|PR)\\(([^()]+)\\)|IQM|iqm");

  private static final Pattern RANGE =
      Pattern.compile("\\s*(-?[0-9.]{1,40})?\\s*:\\s*(-?[0-9.]{1,40})?\\s*");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What becomes of the samples. */
  private enum Kind {
    MEAN,
    COUNT,
    SUM,
    RANK
  }

  /** From above the lower to the upper one, it included. */
  private record Bounds(Optional<BigDecimal> lower, Optional<BigDecimal> upper) {
    /** Whether all of an amount lies between them, or nothing of it; empty if that is not told. */
    Optional<Boolean> contain(Amount amount) {
      boolean above = lower.map(low -> amount.low().compareTo(low) > 0).orElse(true);
      boolean below = upper.map(high -> amount.high().compareTo(high) <= 0).orElse(true);
      boolean beneath = lower.map(low -> amount.high().compareTo(low) < 0).orElse(false);
      boolean beyond = upper.map(high -> amount.low().compareTo(high) > 0).orElse(false);
      if (beneath || beyond) {
        return Optional.of(false);
      }
      return above && below ? Optional.of(true) : Optional.empty();
    }
  }

  static Optional<TrimmedStatistic> read(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    String range = matcher.group(3) == null ? "" : matcher.group(3);
    return Optional.of(new TrimmedStatistic(text, kind(word == null ? "tm" : word), bounds(range)));
  }

  private static Kind kind(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "tc" -> Kind.COUNT;
      case "ts" -> Kind.SUM;
      case "pr" -> Kind.RANK;
      default -> Kind.MEAN;
    };
  }

  private static Optional<Bounds> bounds(String range) {
    Matcher matcher = RANGE.matcher(range);
    return matcher.matches()
        ? Optional.of(new Bounds(bound(matcher.group(1)), bound(matcher.group(2))))
        : Optional.empty();
  }

  private static Optional<BigDecimal> bound(@Nullable String text) {
    return text == null ? Optional.empty() : Amount.decimal(text);
  }

  /** None of its kind has a datapoint where a sample is negative. */
  static Optional<Amount> unlessNegative(Samples samples, Supplier<Amount> datapoint) {
    if (!samples.mayBeNegative()) {
      return Optional.of(datapoint.get());
    }
    return samples.minimum().high().signum() < 0 ? Optional.empty() : Optional.of(Amount.ANY);
  }

  @Override
  public Optional<Amount> of(Samples samples) {
    return unlessNegative(
        samples, () -> samples.only().map(one -> of(one, samples)).orElse(Amount.ANY));
  }

  private Amount of(Amount each, Samples samples) {
    Optional<Boolean> counts = bounds.flatMap(known -> known.contain(each));
    return switch (kind) {
      case MEAN -> bounds.isEmpty() || counts.equals(Optional.of(true)) ? each : Amount.ANY;
      case COUNT -> counted(counts, Amount.exactly(samples.count()));
      case SUM -> counted(counts, samples.sum());
      case RANK -> counted(counts, Amount.exactly(HUNDRED));
    };
  }

  private static Amount counted(Optional<Boolean> counts, Amount all) {
    return counts.map(inside -> inside ? all : Amount.ZERO).orElse(Amount.ANY);
  }
}
