package io.trailproof.aws.alarm.metric;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * A metric around events: its datapoint, if it has one, in a quiet period and in periods with one,
 * two and very many events.
 *
 * <p>Where an event lies within its period changes nothing, as every statistic ignores the order of
 * samples; so these four stand for all alignments.
 *
 * @param crowds the datapoints of periods with one event and more, up to those of a burst that is
 *     asked about; empty where none is
 */
public record Datapoints(
    Optional<Amount> idle,
    Optional<Amount> one,
    Optional<Amount> two,
    Optional<Amount> many,
    List<Optional<Amount>> crowds) {

  public Datapoints {
    crowds = List.copyOf(crowds);
  }

  /** Those that no burst is asked about. */
  Datapoints(
      Optional<Amount> idle, Optional<Amount> one, Optional<Amount> two, Optional<Amount> many) {
    this(idle, one, two, many, List.of());
  }

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

  /** The same with the datapoints of a burst, by a function of the number of events. */
  Datapoints withCrowds(int times, LongFunction<Optional<Amount>> datapoint) {
    return times == 1
        ? this
        : new Datapoints(
            idle,
            one,
            two,
            many,
            IntStream.rangeClosed(1, times).mapToObj(datapoint::apply).toList());
  }

  /** The datapoint of a period with so many events of a burst. */
  Optional<Amount> crowd(long events) {
    return crowds.isEmpty() ? one : crowds.get((int) events - 1);
  }
}
