package io.trailproof.aws.alarm.metric;

import io.trailproof.aws.alarm.metric.Statistic.Samples;
import java.util.Optional;

/** One way in which a feed may behave: the value of an event, the default if any, and the unit. */
public record KnownFeed(Amount value, Optional<Amount> idle, String unit) {

  /** The unit that is stored when none is named (F54). */
  public static final String NO_UNIT = "None";

  /** The datapoints in a log group that is written to every minute. */
  public Datapoints busy(Statistic statistic, long minutes) {
    return Datapoints.of(
        events ->
            point(
                statistic,
                idle.map(level -> Samples.dense(value, events, level, minutes))
                    .orElseGet(() -> Samples.sparse(value, events))));
  }

  /**
   * The datapoints in a log group that is written to only by the event itself, so that no default
   * appears.
   */
  public Datapoints quiet(Statistic statistic) {
    return Datapoints.of(events -> point(statistic, Samples.sparse(value, events)));
  }

  private static Optional<Amount> point(Statistic statistic, Samples samples) {
    return samples.isEmpty() ? Optional.empty() : Optional.of(statistic.of(samples));
  }
}
