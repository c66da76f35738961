package io.trailproof.aws.alarm.metric;

import java.util.Optional;
import java.util.function.Function;

/**
 * A metric around events: its datapoint, if it has one, in a quiet period and in periods with one,
 * two and very many events.
 *
 * <p>Where an event lies within its period changes nothing, as every statistic ignores the order of
 * samples; so these four stand for all alignments.
 */
public record Datapoints(
    Optional<Amount> idle, Optional<Amount> one, Optional<Amount> two, Optional<Amount> many) {

  /** A metric that never has a datapoint. */
  public static final Datapoints NONE =
      new Datapoints(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A metric in which events leave no trace. */
  public static Datapoints constant(Amount amount) {
    return new Datapoints(
        Optional.of(amount), Optional.of(amount), Optional.of(amount), Optional.of(amount));
  }

  /** The datapoints by a function of the number of events. */
  static Datapoints of(Function<Long, Optional<Amount>> datapoint) {
    return new Datapoints(
        datapoint.apply(0L), datapoint.apply(1L), datapoint.apply(2L), datapoint.apply(1_000_000L));
  }
}
