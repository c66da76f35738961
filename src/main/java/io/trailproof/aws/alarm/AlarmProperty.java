package io.trailproof.aws.alarm;

import java.util.List;

/** The properties of an alarm that decide whether it fires (T1). */
public enum AlarmProperty {
  /** Only whether it is set counts; whether it is the filter's metric is the caller's to decide. */
  METRIC_NAME("metricName", Aspect.METRIC, Unknown.MATTERS_NOT),
  STATISTIC(
      "statistic",
      Aspect.STATISTIC,
      Unknown.OPEN,
      "SampleCount",
      "Average",
      "Sum",
      "Minimum",
      "Maximum"),
  EXTENDED_STATISTIC("extendedStatistic", Aspect.STATISTIC, Unknown.OPEN, "p50"),
  PERIOD("period", Aspect.PERIOD, Unknown.OPEN, "60", "300", "86400"),
  EVALUATION_PERIODS("evaluationPeriods", Aspect.PERIODS, Unknown.OPEN, "1", "2", "3"),
  DATAPOINTS_TO_ALARM("datapointsToAlarm", Aspect.PERIODS, Unknown.CLOSED, "1", "2"),
  /** An unknown threshold is tried at every point that matters. */
  THRESHOLD("threshold", Aspect.THRESHOLD, Unknown.OPEN),
  COMPARISON_OPERATOR(
      "comparisonOperator",
      Aspect.COMPARISON,
      Unknown.OPEN,
      "GreaterThanOrEqualToThreshold",
      "GreaterThanThreshold",
      "LessThanThreshold",
      "LessThanOrEqualToThreshold",
      "GreaterThanUpperThreshold"),
  TREAT_MISSING_DATA(
      "treatMissingData",
      Aspect.MISSING_DATA,
      Unknown.CLOSED,
      "missing",
      "notBreaching",
      "ignore",
      "breaching"),
  EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE(
      "evaluateLowSampleCountPercentile", Aspect.STATISTIC, Unknown.CLOSED, "evaluate", "ignore"),
  THRESHOLD_METRIC_ID("thresholdMetricId", Aspect.THRESHOLD, Unknown.OPEN, "any"),
  UNIT("unit", Aspect.UNIT, Unknown.OPEN, "None", "Count", "Seconds");

  /** What may be concluded when the value is not known. */
  enum Unknown {
    /** The samples, and no value at all, stand for every legal value: a yes for all is a yes. */
    CLOSED,
    /** Some legal value always breaks the alarm: there is no yes. */
    OPEN,
    /** It is set, unless queries stand in for it, and that is all that counts. */
    MATTERS_NOT
  }

  private final String text;
  private final Aspect aspect;
  private final Unknown unknown;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> samples;

  AlarmProperty(String text, Aspect aspect, Unknown unknown, String... samples) {
    this.text = text;
    this.aspect = aspect;
    this.unknown = unknown;
    this.samples = List.of(samples);
  }

  /** The neutral name of the property, as explanations spell it. */
  public String text() {
    return text;
  }

  /** The requirement that hangs on it. */
  public Aspect aspect() {
    return aspect;
  }

  Unknown unknown() {
    return unknown;
  }

  /** The values to try when the value is not known. */
  List<String> samples() {
    return samples;
  }
}
