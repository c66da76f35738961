package io.trailproof.aws.alarm.metric;

import io.trailproof.kleene.Truth;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the samples of a period become one datapoint (F62–F64). */
public sealed interface Statistic permits Statistic.Basic, Statistic.Percentile, TrimmedStatistic {

  /** The datapoint of a period that is not empty; empty if there is none all the same. */
  Optional<Amount> of(Samples samples);

  /**
   * Whether a period of so many samples is passed over when low sample counts are ignored (F64).
   */
  default Truth passesOver(long count) {
    return Truth.NO;
  }

  /** The spelling of the user. */
  String text();

  /** The statistic of `statistic`. */
  static Optional<Statistic> basic(String text) {
    for (Basic basic : Basic.values()) {
      if (basic.text.equals(text)) {
        return Optional.of(basic);
      }
    }
    return Optional.empty();
  }

  /** The statistic of `extendedStatistic`. */
  static Optional<Statistic> extended(String text) {
    Matcher matcher = Percentile.SYNTAX.matcher(text);
    if (matcher.matches()) {
      return Optional.of(new Percentile(text, Double.parseDouble(matcher.group(1)) / 100));
    }
    return TrimmedStatistic.read(text).map(Function.identity());
  }

  /** The statistic of a metric query's `stat`, which may be of either kind. */
  static Optional<Statistic> any(String text) {
    return basic(text).or(() -> extended(text));
  }

  /** The five that every metric has. */
  enum Basic implements Statistic {
    SAMPLE_COUNT("SampleCount"),
    AVERAGE("Average"),
    SUM("Sum"),
    MINIMUM("Minimum"),
    MAXIMUM("Maximum");

    private final String text;

    Basic(String text) {
      this.text = text;
    }

    @Override
    public Optional<Amount> of(Samples samples) {
      return Optional.of(
          switch (this) {
            case SAMPLE_COUNT -> Amount.exactly(samples.count());
            case AVERAGE -> samples.average();
            case SUM -> samples.sum();
            case MINIMUM -> samples.minimum();
            case MAXIMUM -> samples.maximum();
          });
    }

    @Override
    public String text() {
      return text;
    }
  }

  /** A percentile; the hundredth is the maximum. */
  record Percentile(String text, double fraction) implements Statistic {
    private static final Pattern SYNTAX =
        Pattern.compile("p(100(?:\\.0+)?|\\d{1,2}(?:\\.\\d{1,10})?)");

    @Override
    public Optional<Amount> of(Samples samples) {
      return TrimmedStatistic.unlessNegative(
          samples, () -> fraction == 1 ? samples.maximum() : samples.percentile(fraction));
    }

    @Override
    public Truth passesOver(long count) {
      if (fraction == 1 || fraction == 0) {
        return Truth.UNKNOWN;
      }
      return Truth.of(count < 10 / (fraction >= 0.5 ? 1 - fraction : fraction));
    }
  }
}
