package io.trailproof.aws.alarm;

import java.util.Optional;

/** One way in which a feed may behave: the value of an event, the default if any, and the unit. */
record Supply(Amount value, Optional<Amount> idle, String unit) {

  /** The unit that is stored when none is named (F54). */
  static final String NO_UNIT = "None";

  /** The wave in a log group that is written to every minute. */
  Wave busy(Statistic statistic, long minutes) {
    return Wave.of(
        events ->
            point(
                statistic,
                idle.map(level -> Samples.dense(value, events, level, minutes))
                    .orElseGet(() -> Samples.sparse(value, events))));
  }

  /**
   * The wave in a log group that is written to only by the event itself, so that no default
   * appears.
   */
  Wave quiet(Statistic statistic) {
    return Wave.of(events -> point(statistic, Samples.sparse(value, events)));
  }

  private static Optional<Amount> point(Statistic statistic, Samples samples) {
    return samples.isEmpty() ? Optional.empty() : Optional.of(statistic.of(samples));
  }
}
