package io.trailproof.aws.alarm;

import java.util.Optional;

/**
 * What an alarm watches, around events.
 *
 * @param measure how it is measured, in words: "`Sum` over 300 s"
 * @param period the length of a period in seconds
 * @param value what one event publishes
 * @param counts whether it counts samples, whatever their value
 * @param busy the wave while the log group is written to all the time
 * @param quiet the wave while it is not, if that differs
 * @param diluted whether the statistic mixes events with defaults, so that short periods matter
 */
record Reading(
    String measure,
    long period,
    Amount value,
    boolean counts,
    Wave busy,
    Optional<Wave> quiet,
    boolean diluted) {

  Reading with(Wave wave) {
    return new Reading(measure, period, value, counts, wave, Optional.empty(), diluted);
  }
}
