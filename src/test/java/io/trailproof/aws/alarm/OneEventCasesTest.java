package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OneEventCasesTest {

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
          OneEventTest.of(
                  alarm()
                      .with(AlarmProperty.DATAPOINTS_TO_ALARM, datapoints)
                      .with(AlarmProperty.EVALUATION_PERIODS, periods)
                      .with(AlarmProperty.TREAT_MISSING_DATA, missingData),
                  defaultValue == null ? SPARSE : MetricFeed.dense("1", defaultValue))
              .firing();
      String got =
          firing.fires() == Truth.YES
              ? firing.warnings().isEmpty() ? "pass" : "warn"
              : firing.fires() == Truth.NO ? "fail" : "unknown";
      assertEquals(outcome, got, firing.toString());
    }
  }

  @Test
  void theReferenceConfigurationFiresWithinOnePeriod() {
    Firing firing = OneEventTest.of(alarm(), SPARSE).firing();
    fires(firing);
    assertEquals(300, firing.delaySeconds().orElse(0));
    assertEquals(Truth.YES, firing.again());
    assertEquals(
        "one event makes `Sum` over 300 s 1, which is at least `threshold` 1: ALARM at most five"
            + " minutes later",
        firing.explanation());
  }

  @Test
  void aHighThresholdTakesMoreEvents() {
    breaks(
        Aspect.THRESHOLD,
        "`threshold` 5 with `Sum` over 300 s: one event counts 1, so it takes 5 within five"
            + " minutes",
        OneEventTest.of(alarm().with(AlarmProperty.THRESHOLD, "5"), SPARSE).firing());
    breaks(
        Aspect.THRESHOLD,
        "`threshold` 1 with `Sum` over 300 s: one event counts 1, so it takes 2 within five"
            + " minutes",
        OneEventTest.of(
                alarm().with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanThreshold"), DENSE)
            .firing());
  }

  @Test
  void aboveZeroIsReachedByOneEventAndNotByDefaults() {
    fires(
        OneEventTest.of(
                alarm()
                    .with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanThreshold")
                    .with(AlarmProperty.THRESHOLD, "0"),
                DENSE)
            .firing());
  }

  @Test
  void anAlarmThatIsAlwaysInAlarmNotifiesNobody() {
    breaks(
        Aspect.THRESHOLD,
        "without any event `Sum` over 300 s is 0, which is at least `threshold` 0: the alarm is in"
            + " ALARM all the time, so an event changes nothing and nobody is notified",
        OneEventTest.of(alarm().with(AlarmProperty.THRESHOLD, "0"), DENSE).firing());
    breaks(
        Aspect.MISSING_DATA,
        "`treatMissingData` is `breaching`: silence is ALARM already, so an event changes nothing"
            + " and nobody is notified",
        OneEventTest.of(alarm().with(AlarmProperty.TREAT_MISSING_DATA, "breaching"), SPARSE)
            .firing());
  }

  @Test
  void aThresholdOfZeroFiresOnASparseMetric() {
    fires(OneEventTest.of(alarm().with(AlarmProperty.THRESHOLD, "0"), SPARSE).firing());
  }

  @Test
  void lessThanDoesNotSignalACount() {
    AlarmSettings below = alarm().with(AlarmProperty.COMPARISON_OPERATOR, "LessThanThreshold");
    assertEquals(Optional.of(Aspect.COMPARISON), OneEventTest.of(below, SPARSE).firing().aspect());
    assertEquals(Optional.of(Aspect.COMPARISON), OneEventTest.of(below, DENSE).firing().aspect());
    breaks(
        Aspect.COMPARISON,
        "`LessThanThreshold` with `threshold` 5: more events in the same period no longer breach,"
            + " so the alarm signals few changes and not many",
        OneEventTest.of(below.with(AlarmProperty.THRESHOLD, "5"), SPARSE).firing());
  }

  @Test
  void averageIsDilutedByDefaultsBeyondAMinute() {
    breaks(
        Aspect.STATISTIC,
        "`threshold` 1 with `Average` over 600 s: one event publishes 1, but the default value in"
            + " the other minutes makes that 0.1, which is below the threshold",
        OneEventTest.of(statistic("Average", "600"), DENSE).firing());
    breaks(
        Aspect.STATISTIC,
        "`threshold` 1 with `Minimum` over 600 s: one event publishes 1, but the default value in"
            + " the other minutes makes that 0, which is below the threshold",
        OneEventTest.of(statistic("Minimum", "600"), DENSE).firing());
    fires(OneEventTest.of(statistic("Average", "600"), SPARSE).firing());
    fires(OneEventTest.of(statistic("Minimum", "600"), SPARSE).firing());
  }

  @Test
  void averageOverOneMinuteFiresWithAWarning() {
    for (String each : new String[] {"Average", "Minimum"}) {
      Firing firing = OneEventTest.of(statistic(each, "60"), DENSE).firing();
      fires(firing);
      assertEquals(1, firing.warnings().size());
    }
  }

  @Test
  void maximumFiresOnBothKindsOfMetric() {
    fires(OneEventTest.of(statistic("Maximum", "300"), SPARSE).firing());
    fires(OneEventTest.of(statistic("Maximum", "300"), DENSE).firing());
  }

  @Test
  void sampleCountCountsDefaultsToo() {
    fires(OneEventTest.of(statistic("SampleCount", "300"), SPARSE).firing());
    fires(OneEventTest.of(statistic("SampleCount", "300"), MetricFeed.sparse("0")).firing());
    assertEquals(
        Optional.of(Aspect.STATISTIC),
        OneEventTest.of(statistic("SampleCount", "300"), DENSE).firing().aspect());
    assertEquals(
        Truth.NO,
        OneEventTest.of(statistic("SampleCount", "300").with(AlarmProperty.THRESHOLD, "6"), DENSE)
            .firing()
            .fires());
  }

  private static AlarmSettings extended(String statistic) {
    return alarm()
        .with(AlarmProperty.STATISTIC, Partial.unset())
        .with(AlarmProperty.EXTENDED_STATISTIC, statistic);
  }

  @Test
  void theHundredthPercentileIsTheMaximum() {
    fires(OneEventTest.of(extended("p100"), SPARSE).firing());
    fires(OneEventTest.of(extended("p100"), DENSE).firing());
  }

  @Test
  void aPercentileOfOneSampleIsThatSample() {
    fires(OneEventTest.of(extended("p90"), SPARSE).firing());
  }

  @Test
  void aPercentileAmongDefaultsIsAsGoodAsItsRank() {
    assertEquals(Truth.NO, OneEventTest.of(extended("p50"), DENSE).firing().fires());
    assertEquals(
        Optional.of(Aspect.STATISTIC), OneEventTest.of(extended("p50"), DENSE).firing().aspect());
    assertEquals(Truth.UNKNOWN, OneEventTest.of(extended("p99"), DENSE).firing().fires());
  }

  @Test
  void fewSamplesMayBeIgnored() {
    AlarmSettings ignoring =
        extended("p90").with(AlarmProperty.EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE, "ignore");
    assertEquals(
        Optional.of(Aspect.STATISTIC), OneEventTest.of(ignoring, SPARSE).firing().aspect());
    assertEquals(Truth.NO, OneEventTest.of(ignoring, SPARSE).firing().fires());
    assertEquals(
        Truth.UNKNOWN,
        OneEventTest.of(
                extended("p100").with(AlarmProperty.EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE, "ignore"),
                SPARSE)
            .firing()
            .fires());
  }

  @Test
  void samplesThatAreAllAlikeDecideATrimmedStatistic() {
    for (String statistic : List.of("tm90", "IQM", "wm95", "WM(10%:90%)", "TC(0:)", "PR(0:1)")) {
      fires(OneEventTest.of(extended(statistic), SPARSE).firing());
    }
    for (String statistic : List.of("TC(1:)", "TC(10%:90%)", "ts90")) {
      assertEquals(
          Truth.UNKNOWN, OneEventTest.of(extended(statistic), SPARSE).firing().fires(), statistic);
    }
    for (String statistic : List.of("TC(2:)", "TS(:0.5)")) {
      assertEquals(
          Truth.NO, OneEventTest.of(extended(statistic), SPARSE).firing().fires(), statistic);
    }
    assertEquals(Truth.UNKNOWN, OneEventTest.of(extended("tm90"), DENSE).firing().fires());
    assertEquals(
        Truth.NO,
        OneEventTest.of(
                extended("p90").with(AlarmProperty.THRESHOLD, "-2"), MetricFeed.sparse("-1"))
            .firing()
            .fires());
  }

  @Test
  void otherFiltersOfTheMetricCount() {
    assertEquals(Truth.NO, beside("Average", sibling("0", Truth.YES, false)).fires());
    assertEquals(Truth.UNKNOWN, beside("Average", sibling("0", Truth.UNKNOWN, false)).fires());
    fires(beside("Average", sibling("0", Truth.NO, false)));
    fires(beside("Sum", sibling("0", Truth.YES, false)));
    assertEquals(Truth.NO, beside("Sum", sibling("-1", Truth.YES, false)).fires());
    fires(beside("SampleCount", sibling("0", Truth.YES, false)));
    assertEquals(Truth.UNKNOWN, beside("Sum", sibling("1", Truth.YES, true)).fires());
    fires(beside("Sum", sibling("0", Truth.YES, true)));
    assertEquals(
        Truth.UNKNOWN,
        beside(
                "Sum",
                new MetricFeed.Sibling(
                    "other",
                    Partial.known("1"),
                    Partial.unset(),
                    Partial.known("Count"),
                    Truth.YES,
                    Truth.YES,
                    false))
            .fires());
    assertEquals(
        Truth.NO,
        beside(
                "Minimum",
                new MetricFeed.Sibling(
                    "other",
                    Partial.known("1"),
                    Partial.known("0"),
                    Partial.unset(),
                    Truth.YES,
                    Truth.NO,
                    false))
            .fires());
  }

  private static Firing beside(String statistic, MetricFeed.Sibling other) {
    return OneEventTest.of(
            statistic(statistic, "300"),
            new MetricFeed(Partial.known("1"), Partial.unset(), Partial.unset(), List.of(other)))
        .firing();
  }

  private static MetricFeed.Sibling sibling(String value, Truth matches, boolean ordinary) {
    return new MetricFeed.Sibling(
        "other",
        Partial.known(value),
        Partial.unset(),
        Partial.unset(),
        Truth.YES,
        matches,
        ordinary);
  }

  @Test
  void aValueOfZeroNeverCounts() {
    breaks(
        Aspect.VALUE,
        "`threshold` 1 with `Sum` over 300 s: one event makes that 0, which is below the threshold",
        OneEventTest.of(alarm(), MetricFeed.sparse("0")).firing());
    assertEquals(
        Optional.of(Aspect.VALUE),
        OneEventTest.of(alarm(), MetricFeed.dense("-1.5", "0")).firing().aspect());
    assertEquals(
        Optional.of(Aspect.VALUE),
        OneEventTest.of(alarm(), MetricFeed.sparse("abc")).firing().aspect());
    assertEquals(
        Optional.of(Aspect.VALUE),
        OneEventTest.of(alarm(), MetricFeed.sparse("")).firing().aspect());
  }

  @Test
  void aFieldCountsOnlyIfItMayBeANumber() {
    assertEquals(
        Truth.NO, OneEventTest.of(alarm(), MetricFeed.sparse("$.eventName")).firing().fires());
    assertEquals(
        Truth.UNKNOWN,
        OneEventTest.of(alarm(), MetricFeed.sparse("$.eventVersion")).firing().fires());
  }

  @Test
  void aValueOfTenReachesTen() {
    fires(
        OneEventTest.of(alarm().with(AlarmProperty.THRESHOLD, "10"), MetricFeed.dense("10", "0"))
            .firing());
  }

  @Test
  void periodsBelowAMinuteFindNoData() {
    for (String period : new String[] {"10", "20", "30"}) {
      assertEquals(
          Optional.of(Aspect.PERIOD),
          OneEventTest.of(alarm().with(AlarmProperty.PERIOD, period), SPARSE).firing().aspect());
    }
  }

  @Test
  void aDayLongPeriodFiresButSwallowsLaterEvents() {
    Firing firing = OneEventTest.of(alarm().with(AlarmProperty.PERIOD, "86400"), SPARSE).firing();
    fires(firing);
    assertEquals(86_400, firing.delaySeconds().orElse(0));
    assertEquals(Truth.NO, firing.again());
    assertEquals(1, firing.warnings().size());
  }

  @Test
  void moreThanADayIsEvaluatedOnceAnHour() {
    Firing firing =
        OneEventTest.of(
                alarm()
                    .with(AlarmProperty.PERIOD, "86400")
                    .with(AlarmProperty.EVALUATION_PERIODS, "7")
                    .with(AlarmProperty.DATAPOINTS_TO_ALARM, "1"),
                SPARSE)
            .firing();
    fires(firing);
    assertEquals(90_000, firing.delaySeconds().orElse(0));
  }

  @Test
  void ignoreLatchesAfterTheFirstEvent() {
    Firing firing =
        OneEventTest.of(alarm().with(AlarmProperty.TREAT_MISSING_DATA, "ignore"), SPARSE).firing();
    fires(firing);
    assertEquals(Truth.NO, firing.again());
  }

  @Test
  void twoPeriodsOfSilenceMakeALateAlarm() {
    Firing firing =
        OneEventTest.of(alarm().with(AlarmProperty.EVALUATION_PERIODS, "5"), SPARSE).firing();
    fires(firing);
    assertEquals(1500, firing.delaySeconds().orElse(0));
  }

  @Test
  void fiveOfFivePeriodsAreTooMany() {
    breaks(
        Aspect.PERIODS,
        "5 of 5 periods of 300 s must breach, and one event makes one of them breach",
        OneEventTest.of(
                alarm()
                    .with(AlarmProperty.EVALUATION_PERIODS, "5")
                    .with(AlarmProperty.TREAT_MISSING_DATA, "notBreaching"),
                SPARSE)
            .firing());
  }

  @Test
  void anotherUnitFindsNoData() {
    assertEquals(
        Optional.of(Aspect.UNIT),
        OneEventTest.of(alarm().with(AlarmProperty.UNIT, "Count"), SPARSE).firing().aspect());
    fires(OneEventTest.of(alarm().with(AlarmProperty.UNIT, "None"), SPARSE).firing());
    fires(
        OneEventTest.of(
                alarm().with(AlarmProperty.UNIT, "Count"),
                new MetricFeed(Partial.known("1"), Partial.unset(), Partial.known("Count")))
            .firing());
  }

  @Test
  void anAnomalyBandIsNotKnown() {
    assertEquals(
        Truth.UNKNOWN,
        OneEventTest.of(
                alarm().with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanUpperThreshold"),
                SPARSE)
            .firing()
            .fires());
  }

  @Test
  void aDayOfMinutesIsSimulated() {
    fires(
        OneEventTest.of(
                alarm()
                    .with(AlarmProperty.PERIOD, "60")
                    .with(AlarmProperty.EVALUATION_PERIODS, "1440")
                    .with(AlarmProperty.DATAPOINTS_TO_ALARM, "1"),
                SPARSE)
            .firing());
  }

  @Test
  void warningsAndExplanationsAreOneLineWithoutFullStop() {
    Firing firing =
        OneEventTest.of(alarm().with(AlarmProperty.EVALUATION_PERIODS, "2"), SPARSE).firing();
    assertTrue(
        firing.warnings().stream().noneMatch(text -> text.endsWith(".") || text.contains("\n")));
  }
}
