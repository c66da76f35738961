package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.aws.alarm.metric.MetricQuery;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryAlarmTest {

  private static final MetricFeed SPARSE = MetricFeed.sparse("1");

  private static AlarmSettings alarm(MetricQuery... queries) {
    return AlarmSettings.none()
        .with(AlarmProperty.EVALUATION_PERIODS, "1")
        .with(AlarmProperty.THRESHOLD, "1")
        .with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanOrEqualToThreshold")
        .withQueries(Partial.known(List.of(queries)));
  }

  private static MetricQuery metric(String id, String period, boolean returned) {
    return new MetricQuery(
        id,
        Partial.known(""),
        Optional.of(
            new MetricQuery.MetricStat(
                Partial.known(period), Partial.known("Sum"), Partial.unset())),
        Partial.known(returned));
  }

  private static MetricQuery math(String id, String expression, boolean returned) {
    return new MetricQuery(
        id, Partial.known(expression), Optional.empty(), Partial.known(returned));
  }

  private static Firing of(AlarmSettings settings) {
    return OneEventTest.of(settings, Map.of("m1", SPARSE)).firing();
  }

  @Test
  void aSingleMetricIsAPlainAlarm() {
    Firing firing = of(alarm(metric("m1", "300", true)));
    assertEquals(Truth.YES, firing.fires());
    assertEquals(300, firing.delaySeconds().orElse(0));
    assertEquals(List.of(), firing.warnings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m1 | YES",
        "m1 * 1 | YES",
        "CEIL(m1 / 2) | YES",
        "FLOOR(m1 / 2) | NO",
        "ABS(m1 - 2) | YES",
        "m1 / PERIOD(m1) | NO",
        "m1 * PERIOD(m1) | YES",
        "TIME_SERIES(1) | NO",
        "SUM(m1) | NO",
        "SEARCH('{CIS} x', 'Sum', 300) | NO",
        "SELECT SUM(x) FROM CIS | UNKNOWN",
        "m1 / 2 | NO",
        "-m1 | NO",
        "m1 > 0 | YES",
        "IF(m1 > 0, 1, 0) | YES",
        "IF(m1 > 1, 1, 0) | NO",
        "SUM(METRICS()) | YES",
        "SUM([m1, m1]) / 2 | YES",
        "MAX(METRICS()) | YES",
        "FILL(m1, 0) | YES",
        "FILL(m1, 1) | NO",
        "FILL(m1, REPEAT) | UNKNOWN",
        "SUM(m1) + 1 | NO",
        "m1 - AVG(m1) | UNKNOWN",
        "5 | NO",
        "PERIOD(m1) | NO",
        "RATE(m1) | UNKNOWN",
        "DIFF(m1) | UNKNOWN",
        "DIFF(FILL(m1, 0)) | YES",
        "RATE(FILL(m1, 0)) | NO",
        "ANOMALY_DETECTION_BAND(m1, 2) | UNKNOWN",
        "SELECT SUM(x) FROM y | UNKNOWN",
        "m1 + | UNKNOWN",
        "m9 | NO",
      })
  void mathOverTheFiltersOwnMetric(String expression, Truth fires) {
    Firing firing = of(alarm(metric("m1", "300", false), math("e", expression, true)));
    assertEquals(fires, firing.fires(), firing.explanation());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FILL(m1, 0) + FILL(m2, 0) | YES",
        "SUM(METRICS()) | YES",
        "SUM(FILL(METRICS(), 0)) | YES",
        "MAX([m1, m2]) | YES",
        "MIN([m1, m2]) | UNKNOWN",
        "m1 + m2 | UNKNOWN",
        "m1 / m2 | UNKNOWN",
        "IF(m2 > 0, m1, 0) | UNKNOWN",
        "m1 | YES",
        "m2 | NO",
        "FILL(m1, 0) * 0 + FILL(m2, 0) * 0 | NO",
      })
  void mathOverTheMetricsOfOthers(String expression, Truth fires) {
    Firing firing =
        of(
            alarm(
                metric("m1", "300", false),
                metric("m2", "300", false),
                math("total", expression, true)));
    assertEquals(fires, firing.fires(), firing.explanation());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m1 * m2 | NO",
        "m1 / m2 | NO",
        "IF(m2 > 0, m1, 0) | NO",
        "MIN([m1, m2]) | UNKNOWN",
        "m1 + m2 | UNKNOWN",
        "SUM(METRICS()) | YES",
      })
  void mathOverAMetricThatIsSilent(String expression, Truth fires) {
    AlarmSettings settings =
        alarm(
            metric("m1", "300", false),
            metric("m2", "300", false),
            math("total", expression, true));
    Firing firing = OneEventTest.of(settings, Map.of("m1", SPARSE)).besides(Set.of("m2")).firing();
    assertEquals(fires, firing.fires(), firing.explanation());
  }

  @Test
  void aFilledMetricIsDense() {
    AlarmSettings filled = alarm(metric("m1", "300", false), math("e", "FILL(m1, 0)", true));
    assertEquals(Truth.YES, of(filled.with(AlarmProperty.TREAT_MISSING_DATA, "breaching")).fires());
    assertEquals(
        Optional.of(Aspect.PERIODS),
        of(filled.with(AlarmProperty.EVALUATION_PERIODS, "2")).aspect());
  }

  @Test
  void anArrayMayBeAQueryOfItsOwn() {
    MetricQuery metric = metric("m1", "300", false);
    MetricQuery all = math("e", "FILL(METRICS(), 0)", false);
    assertEquals(Truth.YES, of(alarm(metric, all, math("sum", "SUM(e)", true))).fires());
    assertEquals(Truth.UNKNOWN, of(alarm(metric, all, math("sum", "e + 1", true))).fires());
    assertEquals(Truth.UNKNOWN, of(alarm(metric, math("e", "METRICS()", true))).fires());
  }

  @Test
  void expressionsMayRestOnExpressions() {
    assertEquals(
        Truth.YES,
        of(alarm(
                metric("m1", "300", false),
                math("e1", "FILL(m1, 0)", false),
                math("e2", "e1 * 10", true)))
            .fires());
  }

  @Test
  void aCircleIsRefused() {
    assertEquals(
        Truth.NO,
        of(alarm(metric("m1", "300", false), math("e1", "e2 + m1", false), math("e2", "e1", true)))
            .fires());
  }

  @Test
  void anotherMetricIsNotTheFilters() {
    Firing firing = OneEventTest.of(alarm(metric("m1", "300", true)), Map.of()).firing();
    assertEquals(Truth.NO, firing.fires());
    assertEquals(Optional.of(Aspect.METRIC), firing.aspect());
  }

  @Test
  void exactlyOneQueryReturnsData() {
    assertEquals(Optional.of(Aspect.CONFIGURATION), of(alarm(metric("m1", "300", false))).aspect());
    assertEquals(
        Optional.of(Aspect.CONFIGURATION),
        of(alarm(metric("m1", "300", true), math("e", "m1", true))).aspect());
  }

  @Test
  void aQueryThatDoesNotSayWhetherItReturnsDataReturnsIt() {
    MetricQuery silent =
        new MetricQuery(
            "m1",
            Partial.unset(),
            Optional.of(
                new MetricQuery.MetricStat(
                    Partial.known("300"), Partial.known("Sum"), Partial.unset())),
            Partial.unset());
    Firing firing = of(alarm(silent));
    assertEquals(Truth.YES, firing.fires());
    assertEquals(1, firing.warnings().size());
    assertEquals(Truth.UNKNOWN, of(alarm(silent, math("e", "m1", true))).fires());
  }

  @Test
  void aPropertyOfPlainAlarmsIsRefused() {
    assertEquals(
        Optional.of(Aspect.CONFIGURATION),
        of(alarm(metric("m1", "300", true)).with(AlarmProperty.PERIOD, "300")).aspect());
  }

  @Test
  void differentPeriodsAreRefused() {
    assertEquals(
        Truth.NO,
        of(alarm(
                metric("m1", "300", false),
                metric("m2", "60", false),
                math("e", "FILL(m1, 0) + FILL(m2, 0)", true)))
            .fires());
  }

  @Test
  void anAnomalyBandIsUnknownAlthoughBothQueriesReturnData() {
    AlarmSettings band =
        alarm(metric("m1", "300", true), math("band", "ANOMALY_DETECTION_BAND(m1, 2)", true))
            .with(AlarmProperty.THRESHOLD, "")
            .with(AlarmProperty.THRESHOLD_METRIC_ID, "band")
            .with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanUpperThreshold");
    assertEquals(Truth.UNKNOWN, of(band).fires());
    assertEquals(Optional.of(Aspect.THRESHOLD), of(band).aspect());
  }

  @Test
  void anUnknownExpressionIsUnknown() {
    MetricQuery later =
        new MetricQuery(
            "e", Partial.unknown("known only after apply"), Optional.empty(), Partial.known(true));
    Firing firing = of(alarm(metric("m1", "300", false), later));
    assertEquals(Truth.UNKNOWN, firing.fires());
    assertEquals("a part of the metric query `e` is known only after apply", firing.explanation());
  }

  @Test
  void whatAnExpressionMakesIsNotBlamedOnTheDefaultValue() {
    Firing firing = of(alarm(metric("m1", "300", false), math("e", "m1 / 2", true)));
    assertEquals(
        "`threshold` 1 with `m1 / 2`: one event makes that 0.5, which is below the threshold",
        firing.explanation());
  }
}
