package io.trailproof.aws.alarm.metric;

import io.trailproof.kleene.Truth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the samples of a period become one datapoint (F62–F64). */
public sealed interface Statistic {

  /** The datapoint of a period that is not empty. */
  Amount of(Samples samples);

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
    return Opaque.SYNTAX.matcher(text).matches() ? Optional.of(new Opaque(text)) : Optional.empty();
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
    public Amount of(Samples samples) {
      return switch (this) {
        case SAMPLE_COUNT -> Amount.exactly(samples.count());
        case AVERAGE -> samples.average();
        case SUM -> samples.sum();
        case MINIMUM -> samples.minimum();
        case MAXIMUM -> samples.maximum();
      };
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
    public Amount of(Samples samples) {
      return fraction == 1 ? samples.maximum() : samples.percentile(fraction);
    }

    @Override
    public Truth passesOver(long count) {
      if (fraction == 1 || fraction == 0) {
        return Truth.UNKNOWN;
      }
      return Truth.of(count < 10 / (fraction >= 0.5 ? 1 - fraction : fraction));
    }
  }

  /**
   * A statistic that CloudWatch knows and that is not computed here: trimmed means, ranks and the
   * like.
   */
  record Opaque(String text) implements Statistic {
    private static final Pattern SYNTAX =
        Pattern.compile(
            "(?:tm|tc|ts|wm)\\d{1,3}(?:\\.\\d{1,10})?|(?:TM|TC|TS|WM|PR)\\([^()]+\\)|IQM|iqm");

    @Override
    public Amount of(Samples samples) {
      return Amount.ANY;
    }
  }

  /**
   * What a metric holds in one period: the value of each event, and a default for each quiet
   * minute.
   */
  record Samples(Amount value, long events, Amount idle, long quietMinutes) {

    static Samples sparse(Amount value, long events) {
      return new Samples(value, events, Amount.ZERO, 0);
    }

    /**
     * The samples of a busy log group, where each minute without a match gets the default (F50).
     */
    static Samples dense(Amount value, long events, Amount idle, long minutes) {
      long taken = Math.min(events, minutes);
      return new Samples(value, events, idle, minutes - Math.min(taken, 1));
    }

    long count() {
      return events + quietMinutes;
    }

    boolean isEmpty() {
      return count() == 0;
    }

    Amount sum() {
      return value.times(events).plus(idle.times(quietMinutes));
    }

    Amount average() {
      return sum().dividedBy(count());
    }

    Amount minimum() {
      return extreme().map(both -> both.value.min(both.idle)).orElseGet(this::only);
    }

    Amount maximum() {
      return extreme().map(both -> both.value.max(both.idle)).orElseGet(this::only);
    }

    /**
     * The percentile, between the readings of the usual definitions, as CloudWatch does not name
     * its own.
     */
    Amount percentile(double fraction) {
      boolean eventsAbove = value.low().compareTo(idle.high()) >= 0;
      boolean eventsBelow = value.high().compareTo(idle.low()) <= 0;
      if (extreme().isEmpty()) {
        return only();
      }
      if (!eventsAbove && !eventsBelow) {
        return value.around(idle);
      }
      double last = count() - 1.0;
      long lower = (long) Math.min(Math.floor(fraction * count()), Math.floor(1 + fraction * last));
      long upper = (long) Math.max(Math.ceil(fraction * count()), Math.ceil(1 + fraction * last));
      return ranked(Math.max(1, lower), eventsAbove)
          .around(ranked(Math.min(count(), upper), eventsAbove));
    }

    /** The sample at a rank, counted from 1 at the smallest. */
    private Amount ranked(long rank, boolean eventsAbove) {
      if (eventsAbove) {
        return rank <= quietMinutes ? idle : value;
      }
      return rank <= events ? value : idle;
    }

    private Amount only() {
      return events == 0 ? idle : value;
    }

    private Optional<Samples> extreme() {
      return events > 0 && quietMinutes > 0 ? Optional.of(this) : Optional.empty();
    }
  }
}
