package io.trailproof.aws.alarm;

import java.util.Optional;

/**
 * What a metric holds in one period: the value of each event, and a default for each quiet minute.
 */
record Samples(Amount value, long events, Amount idle, long quietMinutes) {

  static Samples sparse(Amount value, long events) {
    return new Samples(value, events, Amount.ZERO, 0);
  }

  /** The samples of a busy log group, where each minute without a match gets the default (F50). */
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
   * The percentile, between the readings of the usual definitions, as CloudWatch does not name its
   * own.
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
