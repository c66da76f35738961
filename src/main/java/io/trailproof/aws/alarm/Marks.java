package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.aws.alarm.metric.Datapoints;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The datapoints around events as an alarm sees them: of a quiet period, and of periods with one,
 * two and very many events.
 */
record Marks(Mark idle, Mark one, Mark two, Mark many) {

  /** A datapoint as the evaluation of an alarm sees it. */
  enum Mark {
    FINE,
    BREACHING,
    MISSING
  }

  /** Every way in which datapoints may compare with a threshold. */
  static Set<Marks> of(
      Datapoints datapoints, ThresholdComparison comparison, Partial<BigDecimal> threshold) {
    Set<Marks> all = new LinkedHashSet<>();
    for (BigDecimal candidate : thresholds(datapoints, threshold)) {
      for (Mark idle : marks(datapoints.idle(), comparison, candidate)) {
        boolean traceless = datapoints.idle().equals(datapoints.one());
        for (Mark one :
            traceless ? List.of(idle) : marks(datapoints.one(), comparison, candidate)) {
          for (Mark two : marks(datapoints.two(), comparison, candidate)) {
            for (Mark many : marks(datapoints.many(), comparison, candidate)) {
              all.add(new Marks(idle, one, two, many));
            }
          }
        }
      }
    }
    return all;
  }

  /** The threshold; where it is not known, some that stand for any. */
  static Set<BigDecimal> thresholds(Datapoints datapoints, Partial<BigDecimal> threshold) {
    return threshold.match(
        Set::of, () -> turningPoints(datapoints), why -> turningPoints(datapoints));
  }

  /** Thresholds of which one stands for any: at the datapoints, between them and beyond them. */
  private static Set<BigDecimal> turningPoints(Datapoints datapoints) {
    TreeSet<BigDecimal> ends = new TreeSet<>();
    Stream.concat(
            Stream.of(datapoints.idle(), datapoints.one(), datapoints.two(), datapoints.many()),
            datapoints.crowds().stream())
        .flatMap(Optional::stream)
        .forEach(amount -> ends.addAll(List.of(amount.low(), amount.high())));
    Set<BigDecimal> points = new LinkedHashSet<>(ends);
    for (BigDecimal end : ends) {
      BigDecimal lower = ends.lower(end);
      points.add(
          lower == null
              ? end.subtract(BigDecimal.ONE)
              : end.add(lower).multiply(new BigDecimal("0.5")));
    }
    points.add(ends.isEmpty() ? BigDecimal.ZERO : ends.last().add(BigDecimal.ONE));
    return points;
  }

  /** Every way in which one datapoint may compare with a threshold. */
  static List<Mark> marks(
      Optional<Amount> datapoint, ThresholdComparison comparison, BigDecimal threshold) {
    if (datapoint.isEmpty()) {
      return List.of(Mark.MISSING);
    }
    List<Mark> marks = new ArrayList<>();
    Truth breaches = comparison.breaches(datapoint.get(), threshold);
    if (breaches != Truth.NO) {
      marks.add(Mark.BREACHING);
    }
    if (breaches != Truth.YES) {
      marks.add(Mark.FINE);
    }
    return marks;
  }
}
