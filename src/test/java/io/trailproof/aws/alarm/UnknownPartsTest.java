package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UnknownPartsTest {

  private static final Partial<String> LATER = Partial.unknown("known only after apply");

  private static final AlarmSettings SOUND =
      AlarmSettings.none()
          .with(AlarmProperty.METRIC_NAME, "changes")
          .with(AlarmProperty.STATISTIC, "Sum")
          .with(AlarmProperty.PERIOD, "300")
          .with(AlarmProperty.EVALUATION_PERIODS, "1")
          .with(AlarmProperty.THRESHOLD, "1")
          .with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanOrEqualToThreshold");

  private static final AlarmSettings HOPELESS =
      SOUND
          .with(AlarmProperty.EVALUATION_PERIODS, "5")
          .with(AlarmProperty.TREAT_MISSING_DATA, "notBreaching");

  private static Firing of(AlarmSettings settings) {
    return OneEventTest.of(settings, MetricFeed.sparse("1")).firing();
  }

  @ParameterizedTest
  @EnumSource(
      value = AlarmProperty.class,
      names = {
        "STATISTIC",
        "PERIOD",
        "EVALUATION_PERIODS",
        "THRESHOLD",
        "COMPARISON_OPERATOR",
        "UNIT"
      })
  void noAlarmIsProvenWithoutWhatItNeeds(AlarmProperty property) {
    Firing firing = of(SOUND.with(property, LATER));
    assertEquals(Truth.UNKNOWN, firing.fires());
    assertEquals("`" + property.text() + "` is known only after apply", firing.explanation());
    assertEquals(Optional.of(property.aspect()), firing.aspect());
  }

  @ParameterizedTest
  @EnumSource(AlarmProperty.class)
  void anUnknownPartNeverTurnsAFailureIntoAPass(AlarmProperty property) {
    assertNotEquals(Truth.YES, of(HOPELESS.with(property, LATER)).fires());
  }

  @Test
  void theMetricNameIsTheCallersToDecide() {
    assertEquals(Truth.YES, of(SOUND.with(AlarmProperty.METRIC_NAME, LATER)).fires());
  }

  @Test
  void missingDataMattersOnASparseMetricOnly() {
    AlarmSettings settings = SOUND.with(AlarmProperty.TREAT_MISSING_DATA, LATER);
    assertEquals(Truth.UNKNOWN, of(settings).fires());
    assertEquals(Truth.YES, OneEventTest.of(settings, MetricFeed.dense("1", "0")).firing().fires());
  }

  @Test
  void datapointsDoNotMatterForOnePeriod() {
    assertEquals(Truth.YES, of(SOUND.with(AlarmProperty.DATAPOINTS_TO_ALARM, LATER)).fires());
    assertEquals(
        Truth.UNKNOWN, of(HOPELESS.with(AlarmProperty.DATAPOINTS_TO_ALARM, LATER)).fires());
  }

  @Test
  void noThresholdHelpsWhereTooManyPeriodsMustBreach() {
    Firing firing = of(HOPELESS.with(AlarmProperty.THRESHOLD, LATER));
    assertEquals(Truth.NO, firing.fires());
  }

  @Test
  void aBrokenPartBreaksWhateverElseIsUnknown() {
    Firing firing = of(SOUND.with(AlarmProperty.THRESHOLD, LATER).with(AlarmProperty.PERIOD, "45"));
    assertEquals(Truth.NO, firing.fires());
    assertEquals(Optional.of(Aspect.CONFIGURATION), firing.aspect());
  }

  @Test
  void anUnknownValueIsNeverProven() {
    Firing firing =
        OneEventTest.of(SOUND, new MetricFeed(LATER, Partial.unset(), Partial.unset())).firing();
    assertEquals(Truth.UNKNOWN, firing.fires());
    assertEquals("the metric value is known only after apply", firing.explanation());
    assertEquals(Optional.of(Aspect.VALUE), firing.aspect());
  }

  @Test
  void anUnknownDefaultMayKeepTheAlarmInAlarm() {
    Firing firing =
        OneEventTest.of(SOUND, new MetricFeed(Partial.known("1"), LATER, Partial.unset())).firing();
    assertEquals(Truth.UNKNOWN, firing.fires());
    assertEquals("the default value is known only after apply", firing.explanation());
  }

  @Test
  void anUnknownUnitOfTheMetricMattersOnlyIfTheAlarmAsksForOne() {
    MetricFeed feed = new MetricFeed(Partial.known("1"), Partial.unset(), LATER);
    assertEquals(Truth.YES, OneEventTest.of(SOUND, feed).firing().fires());
    assertEquals(
        Truth.UNKNOWN,
        OneEventTest.of(SOUND.with(AlarmProperty.UNIT, "Count"), feed).firing().fires());
  }

  @Test
  void unknownQueriesBesideAMetricLeaveDoubt() {
    assertEquals(
        Truth.UNKNOWN, of(SOUND.withQueries(Partial.unknown("known only after apply"))).fires());
  }

  @Test
  void nextToNothingKnownIsUnknown() {
    AlarmSettings settings = AlarmSettings.none();
    for (AlarmProperty property : AlarmProperty.values()) {
      settings = settings.with(property, LATER);
    }
    assertEquals(Truth.UNKNOWN, of(settings).fires());
  }
}
