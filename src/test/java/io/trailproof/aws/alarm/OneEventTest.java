package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OneEventTest {

  private static final MetricFeed SPARSE = MetricFeed.sparse("1");
  private static final MetricFeed DENSE = MetricFeed.dense("1", "0");

  private static AlarmSettings alarm() {
    return AlarmSettings.none()
        .with(AlarmProperty.METRIC_NAME, "changes")
        .with(AlarmProperty.STATISTIC, "Sum")
        .with(AlarmProperty.PERIOD, "300")
        .with(AlarmProperty.EVALUATION_PERIODS, "1")
        .with(AlarmProperty.THRESHOLD, "1")
        .with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanOrEqualToThreshold");
  }

  private static AlarmSettings statistic(String statistic, String period) {
    return alarm().with(AlarmProperty.STATISTIC, statistic).with(AlarmProperty.PERIOD, period);
  }

  private static void breaks(Aspect aspect, String explanation, Firing firing) {
    assertEquals(explanation, firing.explanation());
    assertEquals(Truth.NO, firing.fires());
    assertEquals(Optional.of(aspect), firing.aspect());
  }

  private static void fires(Firing firing) {
    assertEquals(Truth.YES, firing.fires(), firing.explanation());
  }

  /** T2, row by row; `warn` is a yes with a warning. */
  @ParameterizedTest
  @CsvSource({
    "1, ,  missing, pass",
    "1, ,  notBreaching, pass",
    "1, ,  ignore, warn",
    "1, ,  breaching, fail",
    "1, 0, missing, pass",
    "1, 0, notBreaching, pass",
    "1, 0, ignore, pass",
    "1, 0, breaching, warn",
    "2, ,  missing, warn",
    "2, ,  notBreaching, fail",
    "2, ,  ignore, fail",
    "2, ,  breaching, fail",
    "2, 0, missing, fail",
    "2, 0, notBreaching, fail",
    "2, 0, ignore, fail",
    "2, 0, breaching, fail",
    "1, 1, missing, fail",
    "1, 2, notBreaching, fail",
    "2, 1, ignore, fail",
    "2, 5, breaching, fail",
  })
  void tableT2Holds(String datapoints, String defaultValue, String missingData, String outcome) {
    for (String periods : new String[] {datapoints, "3"}) {
      Firing firing =
          alarm()
              .with(AlarmProperty.DATAPOINTS_TO_ALARM, datapoints)
              .with(AlarmProperty.EVALUATION_PERIODS, periods)
              .with(AlarmProperty.TREAT_MISSING_DATA, missingData)
              .onOneEvent(defaultValue == null ? SPARSE : MetricFeed.dense("1", defaultValue));
      String got =
          firing.fires() == Truth.YES
              ? firing.warnings().isEmpty() ? "pass" : "warn"
              : firing.fires() == Truth.NO ? "fail" : "unknown";
      assertEquals(outcome, got, firing.toString());
    }
  }

  @Test
  void theReferenceConfigurationFiresWithinOnePeriod() {
    Firing firing = alarm().onOneEvent(SPARSE);
    fires(firing);
    assertEquals(300, firing.delaySeconds().orElse(0));
    assertEquals(Truth.YES, firing.again());
    assertEquals(
        "one event makes `Sum` over 300 s 1, which is at least `threshold` 1: ALARM at most five minutes later",
        firing.explanation());
  }

  @Test
  void aHighThresholdTakesMoreEvents() {
    breaks(
        Aspect.THRESHOLD,
        "`threshold` 5 with `Sum` over 300 s: one event counts 1, so it takes 5 within five minutes",
        alarm().with(AlarmProperty.THRESHOLD, "5").onOneEvent(SPARSE));
    breaks(
        Aspect.THRESHOLD,
        "`threshold` 1 with `Sum` over 300 s: one event counts 1, so it takes 2 within five minutes",
        alarm().with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanThreshold").onOneEvent(DENSE));
  }

  @Test
  void aboveZeroIsReachedByOneEventAndNotByDefaults() {
    fires(
        alarm()
            .with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanThreshold")
            .with(AlarmProperty.THRESHOLD, "0")
            .onOneEvent(DENSE));
  }

  @Test
  void anAlarmThatIsAlwaysInAlarmNotifiesNobody() {
    breaks(
        Aspect.THRESHOLD,
        "without any event `Sum` over 300 s is 0, which is at least `threshold` 0: the alarm is in ALARM all the time, so an event changes nothing and nobody is notified",
        alarm().with(AlarmProperty.THRESHOLD, "0").onOneEvent(DENSE));
    breaks(
        Aspect.MISSING_DATA,
        "`treatMissingData` is `breaching`: silence is ALARM already, so an event changes nothing and nobody is notified",
        alarm().with(AlarmProperty.TREAT_MISSING_DATA, "breaching").onOneEvent(SPARSE));
  }

  @Test
  void aThresholdOfZeroFiresOnASparseMetric() {
    fires(alarm().with(AlarmProperty.THRESHOLD, "0").onOneEvent(SPARSE));
  }

  @Test
  void lessThanDoesNotSignalACount() {
    AlarmSettings below = alarm().with(AlarmProperty.COMPARISON_OPERATOR, "LessThanThreshold");
    assertEquals(Optional.of(Aspect.COMPARISON), below.onOneEvent(SPARSE).aspect());
    assertEquals(Optional.of(Aspect.COMPARISON), below.onOneEvent(DENSE).aspect());
    breaks(
        Aspect.COMPARISON,
        "`LessThanThreshold` with `threshold` 5: more events in the same period no longer breach, so the alarm signals few changes and not many",
        below.with(AlarmProperty.THRESHOLD, "5").onOneEvent(SPARSE));
  }

  @Test
  void averageIsDilutedByDefaultsBeyondAMinute() {
    breaks(
        Aspect.STATISTIC,
        "`threshold` 1 with `Average` over 600 s: one event publishes 1, but the default value in the other minutes makes that 0.1, which is below the threshold",
        statistic("Average", "600").onOneEvent(DENSE));
    breaks(
        Aspect.STATISTIC,
        "`threshold` 1 with `Minimum` over 600 s: one event publishes 1, but the default value in the other minutes makes that 0, which is below the threshold",
        statistic("Minimum", "600").onOneEvent(DENSE));
    fires(statistic("Average", "600").onOneEvent(SPARSE));
    fires(statistic("Minimum", "600").onOneEvent(SPARSE));
  }

  @Test
  void averageOverOneMinuteFiresWithAWarning() {
    for (String each : new String[] {"Average", "Minimum"}) {
      Firing firing = statistic(each, "60").onOneEvent(DENSE);
      fires(firing);
      assertEquals(1, firing.warnings().size());
    }
  }

  @Test
  void maximumFiresOnBothKindsOfMetric() {
    fires(statistic("Maximum", "300").onOneEvent(SPARSE));
    fires(statistic("Maximum", "300").onOneEvent(DENSE));
  }

  @Test
  void sampleCountCountsDefaultsToo() {
    fires(statistic("SampleCount", "300").onOneEvent(SPARSE));
    fires(statistic("SampleCount", "300").onOneEvent(MetricFeed.sparse("0")));
    assertEquals(
        Optional.of(Aspect.STATISTIC), statistic("SampleCount", "300").onOneEvent(DENSE).aspect());
    assertEquals(
        Truth.NO,
        statistic("SampleCount", "300")
            .with(AlarmProperty.THRESHOLD, "6")
            .onOneEvent(DENSE)
            .fires());
  }

  private static AlarmSettings extended(String statistic) {
    return alarm()
        .with(AlarmProperty.STATISTIC, Partial.unset())
        .with(AlarmProperty.EXTENDED_STATISTIC, statistic);
  }

  @Test
  void theHundredthPercentileIsTheMaximum() {
    fires(extended("p100").onOneEvent(SPARSE));
    fires(extended("p100").onOneEvent(DENSE));
  }

  @Test
  void aPercentileOfOneSampleIsThatSample() {
    fires(extended("p90").onOneEvent(SPARSE));
  }

  @Test
  void aPercentileAmongDefaultsIsAsGoodAsItsRank() {
    assertEquals(Truth.NO, extended("p50").onOneEvent(DENSE).fires());
    assertEquals(Optional.of(Aspect.STATISTIC), extended("p50").onOneEvent(DENSE).aspect());
    assertEquals(Truth.UNKNOWN, extended("p99").onOneEvent(DENSE).fires());
  }

  @Test
  void fewSamplesMayBeIgnored() {
    AlarmSettings ignoring =
        extended("p90").with(AlarmProperty.EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE, "ignore");
    assertEquals(Optional.of(Aspect.STATISTIC), ignoring.onOneEvent(SPARSE).aspect());
    assertEquals(Truth.NO, ignoring.onOneEvent(SPARSE).fires());
    assertEquals(
        Truth.UNKNOWN,
        extended("p100")
            .with(AlarmProperty.EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE, "ignore")
            .onOneEvent(SPARSE)
            .fires());
  }

  @Test
  void aTrimmedMeanIsNotComputed() {
    assertEquals(Truth.UNKNOWN, extended("tm90").onOneEvent(SPARSE).fires());
  }

  @Test
  void aValueOfZeroNeverCounts() {
    breaks(
        Aspect.VALUE,
        "`threshold` 1 with `Sum` over 300 s: one event makes that 0, which is below the threshold",
        alarm().onOneEvent(MetricFeed.sparse("0")));
    assertEquals(
        Optional.of(Aspect.VALUE), alarm().onOneEvent(MetricFeed.dense("-1.5", "0")).aspect());
    assertEquals(Optional.of(Aspect.VALUE), alarm().onOneEvent(MetricFeed.sparse("abc")).aspect());
    assertEquals(Optional.of(Aspect.VALUE), alarm().onOneEvent(MetricFeed.sparse("")).aspect());
  }

  @Test
  void aFieldCountsOnlyIfItMayBeANumber() {
    assertEquals(Truth.NO, alarm().onOneEvent(MetricFeed.sparse("$.eventName")).fires());
    assertEquals(Truth.UNKNOWN, alarm().onOneEvent(MetricFeed.sparse("$.eventVersion")).fires());
  }

  @Test
  void aValueOfTenReachesTen() {
    fires(alarm().with(AlarmProperty.THRESHOLD, "10").onOneEvent(MetricFeed.dense("10", "0")));
  }

  @Test
  void periodsBelowAMinuteFindNoData() {
    for (String period : new String[] {"10", "20", "30"}) {
      assertEquals(
          Optional.of(Aspect.PERIOD),
          alarm().with(AlarmProperty.PERIOD, period).onOneEvent(SPARSE).aspect());
    }
  }

  @Test
  void aDayLongPeriodFiresButSwallowsLaterEvents() {
    Firing firing = alarm().with(AlarmProperty.PERIOD, "86400").onOneEvent(SPARSE);
    fires(firing);
    assertEquals(86_400, firing.delaySeconds().orElse(0));
    assertEquals(Truth.NO, firing.again());
    assertEquals(1, firing.warnings().size());
  }

  @Test
  void moreThanADayIsEvaluatedOnceAnHour() {
    Firing firing =
        alarm()
            .with(AlarmProperty.PERIOD, "86400")
            .with(AlarmProperty.EVALUATION_PERIODS, "7")
            .with(AlarmProperty.DATAPOINTS_TO_ALARM, "1")
            .onOneEvent(SPARSE);
    fires(firing);
    assertEquals(90_000, firing.delaySeconds().orElse(0));
  }

  @Test
  void ignoreLatchesAfterTheFirstEvent() {
    Firing firing = alarm().with(AlarmProperty.TREAT_MISSING_DATA, "ignore").onOneEvent(SPARSE);
    fires(firing);
    assertEquals(Truth.NO, firing.again());
  }

  @Test
  void twoPeriodsOfSilenceMakeALateAlarm() {
    Firing firing = alarm().with(AlarmProperty.EVALUATION_PERIODS, "5").onOneEvent(SPARSE);
    fires(firing);
    assertEquals(1500, firing.delaySeconds().orElse(0));
  }

  @Test
  void fiveOfFivePeriodsAreTooMany() {
    breaks(
        Aspect.PERIODS,
        "5 of 5 periods of 300 s must breach, and one event makes one of them breach",
        alarm()
            .with(AlarmProperty.EVALUATION_PERIODS, "5")
            .with(AlarmProperty.TREAT_MISSING_DATA, "notBreaching")
            .onOneEvent(SPARSE));
  }

  @Test
  void anotherUnitFindsNoData() {
    assertEquals(
        Optional.of(Aspect.UNIT),
        alarm().with(AlarmProperty.UNIT, "Count").onOneEvent(SPARSE).aspect());
    fires(alarm().with(AlarmProperty.UNIT, "None").onOneEvent(SPARSE));
    fires(
        alarm()
            .with(AlarmProperty.UNIT, "Count")
            .onOneEvent(
                new MetricFeed(Partial.known("1"), Partial.unset(), Partial.known("Count"))));
  }

  @Test
  void anAnomalyBandIsNotKnown() {
    assertEquals(
        Truth.UNKNOWN,
        alarm()
            .with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanUpperThreshold")
            .onOneEvent(SPARSE)
            .fires());
  }

  @Test
  void aDayOfMinutesIsSimulated() {
    fires(
        alarm()
            .with(AlarmProperty.PERIOD, "60")
            .with(AlarmProperty.EVALUATION_PERIODS, "1440")
            .with(AlarmProperty.DATAPOINTS_TO_ALARM, "1")
            .onOneEvent(SPARSE));
  }

  @Test
  void warningsAndExplanationsAreOneLineWithoutFullStop() {
    Firing firing = alarm().with(AlarmProperty.EVALUATION_PERIODS, "2").onOneEvent(SPARSE);
    assertTrue(
        firing.warnings().stream().noneMatch(text -> text.endsWith(".") || text.contains("\n")));
  }
}
