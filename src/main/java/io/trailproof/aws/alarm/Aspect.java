package io.trailproof.aws.alarm;

/** The requirement on an alarm that is broken or cannot be decided. */
public enum Aspect {
  /** One event does not reach the threshold, or the quiet metric already does (F65). */
  THRESHOLD,
  /** The comparison does not signal a rising count (F65). */
  COMPARISON,
  /** The statistic dilutes one event, or counts what is no event (F62–F64). */
  STATISTIC,
  /** More periods must breach than one event can make breach (F66, F68, F71). */
  PERIODS,
  /** Silence already counts as a breach (F69). */
  MISSING_DATA,
  /** The metric value is zero, negative or no number (F49). */
  VALUE,
  /** The period is shorter than a metric filter publishes (F74). */
  PERIOD,
  /** The unit asked for is not the unit published (F61). */
  UNIT,
  /** The alarm does not read the metric at all (F59). */
  METRIC,
  /** The API will refuse the alarm (F58, F62, F66, F74, F75, F81). */
  CONFIGURATION
}
