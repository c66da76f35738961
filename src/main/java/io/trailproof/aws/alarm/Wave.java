package io.trailproof.aws.alarm;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A metric around events: its datapoint, if it has one, in a quiet period and in periods with one,
 * two and very many events.
 *
 * <p>Where an event lies within its period changes nothing, as every statistic ignores the order of
 * samples; so these four stand for all alignments.
 */
record Wave(
    Optional<Amount> idle, Optional<Amount> one, Optional<Amount> two, Optional<Amount> many) {

  static final Wave SILENT =
      new Wave(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static Wave flat(Amount amount) {
    return new Wave(
        Optional.of(amount), Optional.of(amount), Optional.of(amount), Optional.of(amount));
  }

  /** The wave of a function of the number of events. */
  static Wave of(Function<Long, Optional<Amount>> datapoint) {
    return new Wave(
        datapoint.apply(0L), datapoint.apply(1L), datapoint.apply(2L), datapoint.apply(1_000_000L));
  }

  /** Whether events leave no trace in it. */
  boolean isFlat() {
    return idle.equals(one) && idle.equals(two);
  }

  /** Every way in which its datapoints may compare with the threshold. */
  Set<Pulse> pulses(Comparison comparison, Partial<BigDecimal> threshold) {
    Set<Pulse> pulses = new LinkedHashSet<>();
    for (BigDecimal candidate :
        threshold.match(Set::of, this::turningPoints, why -> turningPoints())) {
      for (Mark quiet : marks(idle, comparison, candidate)) {
        for (Mark single : idle.equals(one) ? List.of(quiet) : marks(one, comparison, candidate)) {
          for (Mark twice : marks(two, comparison, candidate)) {
            for (Mark often : marks(many, comparison, candidate)) {
              pulses.add(new Pulse(quiet, single, twice, often));
            }
          }
        }
      }
    }
    return pulses;
  }

  /** Thresholds of which one stands for any: at the datapoints, between them and beyond them. */
  private Set<BigDecimal> turningPoints() {
    TreeSet<BigDecimal> ends = new TreeSet<>();
    Stream.of(idle, one, two, many)
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

  private static List<Mark> marks(
      Optional<Amount> datapoint, Comparison comparison, BigDecimal threshold) {
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
