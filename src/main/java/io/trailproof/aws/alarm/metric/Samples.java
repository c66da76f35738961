package io.trailproof.aws.alarm.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** What a metric holds in one period: amounts, and how often each was published. */
record Samples(List<Group> groups) {

  /** An amount that was published so many times. */
  record Group(Amount value, long count) {}

  Samples {
    groups = groups.stream().filter(group -> group.count() > 0).toList();
  }

  long count() {
    long all = 0;
    for (Group group : groups) {
      all += group.count();
    }
    return all;
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  Amount sum() {
    return groups.stream()
        .map(group -> group.value().times(group.count()))
        .reduce(Amount.ZERO, Amount::plus);
  }

  Amount average() {
    return sum().dividedBy(count());
  }

  Amount minimum() {
    return extreme(Amount::min);
  }

  Amount maximum() {
    return extreme(Amount::max);
  }

  private Amount extreme(BinaryOperator<Amount> choice) {
    return groups.stream().map(Group::value).reduce(choice).orElseThrow();
  }

  /** Their one value, if all samples have the same. */
  Optional<Amount> only() {
    Amount first = groups.get(0).value();
    boolean same =
        groups.size() == 1
            || (first.isExact()
                && groups.stream()
                    .allMatch(
                        group ->
                            group.value().isExact()
                                && group.value().low().compareTo(first.low()) == 0));
    return same ? Optional.of(first) : Optional.empty();
  }

  /** Whether a sample may be negative; percentiles and their like do not exist then (F167). */
  boolean mayBeNegative() {
    return groups.stream().anyMatch(group -> group.value().low().signum() < 0);
  }

  /**
   * The percentile, between the readings of the usual definitions, as CloudWatch does not name its
   * own.
   */
  Amount percentile(double fraction) {
    double last = count() - 1.0;
    long lower = (long) Math.min(Math.floor(fraction * count()), Math.floor(1 + fraction * last));
    long upper = (long) Math.max(Math.ceil(fraction * count()), Math.ceil(1 + fraction * last));
    return new Amount(
        ranked(Math.max(1, lower), Amount::low), ranked(Math.min(count(), upper), Amount::high));
  }

  /** The sample at a rank, counted from 1 at the smallest, by one end of what it may be. */
  private BigDecimal ranked(long rank, Function<Amount, BigDecimal> end) {
    List<Group> sorted = new ArrayList<>(groups);
    sorted.sort((a, b) -> end.apply(a.value()).compareTo(end.apply(b.value())));
    long passed = 0;
    for (Group group : sorted) {
      passed += group.count();
      if (passed >= rank) {
        return end.apply(group.value());
      }
    }
    throw new IllegalArgumentException("no sample has the rank " + rank);
  }
}
