package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.aws.alarm.metric.MetricQuery;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiRequirementsTest {

  private static final AlarmSettings SOUND =
      AlarmSettings.none()
          .with(AlarmProperty.METRIC_NAME, "changes")
          .with(AlarmProperty.STATISTIC, "Sum")
          .with(AlarmProperty.PERIOD, "300")
          .with(AlarmProperty.EVALUATION_PERIODS, "1")
          .with(AlarmProperty.THRESHOLD, "1")
          .with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanOrEqualToThreshold");

  private static void refused(AlarmSettings settings) {
    Firing firing = OneEventTest.of(settings, MetricFeed.sparse("1")).firing();
    assertEquals(Truth.NO, firing.fires());
    assertEquals(Optional.of(Aspect.CONFIGURATION), firing.aspect(), firing.explanation());
  }

  @ParameterizedTest
  @CsvSource({
    "METRIC_NAME, ''",
    "STATISTIC, ''",
    "STATISTIC, sum",
    "EXTENDED_STATISTIC, p99",
    "PERIOD, ''",
    "PERIOD, 45",
    "PERIOD, 90",
    "PERIOD, five",
    "EVALUATION_PERIODS, ''",
    "EVALUATION_PERIODS, 0",
    "EVALUATION_PERIODS, 1.5",
    "EVALUATION_PERIODS, 289",
    "DATAPOINTS_TO_ALARM, 2",
    "THRESHOLD, ''",
    "THRESHOLD, one",
    "COMPARISON_OPERATOR, ''",
    "COMPARISON_OPERATOR, GreaterThan",
    "TREAT_MISSING_DATA, NotBreaching",
    "EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE, never",
  })
  void theApiRefuses(AlarmProperty property, String value) {
    refused(SOUND.with(property, value));
  }

  @Test
  void aWeekIsTheLongestSpan() {
    AlarmSettings daily = SOUND.with(AlarmProperty.PERIOD, "86400");
    assertEquals(
        Truth.YES,
        OneEventTest.of(daily.with(AlarmProperty.EVALUATION_PERIODS, "7"), MetricFeed.sparse("1"))
            .firing()
            .fires());
    refused(daily.with(AlarmProperty.EVALUATION_PERIODS, "8"));
  }

  @Test
  void aMetricAndQueriesExcludeEachOther() {
    refused(
        SOUND.withQueries(
            Partial.known(
                List.of(
                    new MetricQuery(
                        "m1",
                        Partial.unset(),
                        Optional.of(
                            new MetricQuery.MetricStat(
                                Partial.known("300"), Partial.known("Sum"), Partial.unset())),
                        Partial.known(true))))));
  }
}
