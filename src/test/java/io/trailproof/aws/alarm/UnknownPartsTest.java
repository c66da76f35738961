package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UnknownPartsTest {

  private static final Setting<String> LATER = Setting.unknown("known only after apply");

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
    return settings.onOneEvent(MetricFeed.sparse("1"));
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
    assertEquals(Answer.UNKNOWN, firing.fires());
    assertEquals("`" + property.text() + "` is known only after apply", firing.explanation());
    assertEquals(Optional.of(property.aspect()), firing.aspect());
  }

  @ParameterizedTest
  @EnumSource(AlarmProperty.class)
  void anUnknownPartNeverTurnsAFailureIntoAPass(AlarmProperty property) {
    assertNotEquals(Answer.YES, of(HOPELESS.with(property, LATER)).fires());
  }

  @Test
  void theMetricNameIsTheCallersToDecide() {
    assertEquals(Answer.YES, of(SOUND.with(AlarmProperty.METRIC_NAME, LATER)).fires());
  }

  @Test
  void missingDataMattersOnASparseMetricOnly() {
    AlarmSettings settings = SOUND.with(AlarmProperty.TREAT_MISSING_DATA, LATER);
    assertEquals(Answer.UNKNOWN, of(settings).fires());
    assertEquals(Answer.YES, settings.onOneEvent(MetricFeed.dense("1", "0")).fires());
  }

  @Test
  void datapointsDoNotMatterForOnePeriod() {
    assertEquals(Answer.YES, of(SOUND.with(AlarmProperty.DATAPOINTS_TO_ALARM, LATER)).fires());
    assertEquals(
        Answer.UNKNOWN, of(HOPELESS.with(AlarmProperty.DATAPOINTS_TO_ALARM, LATER)).fires());
  }

  @Test
  void noThresholdHelpsWhereTooManyPeriodsMustBreach() {
    Firing firing = of(HOPELESS.with(AlarmProperty.THRESHOLD, LATER));
    assertEquals(Answer.NO, firing.fires());
  }

  @Test
  void aBrokenPartBreaksWhateverElseIsUnknown() {
    Firing firing = of(SOUND.with(AlarmProperty.THRESHOLD, LATER).with(AlarmProperty.PERIOD, "45"));
    assertEquals(Answer.NO, firing.fires());
    assertEquals(Optional.of(Aspect.CONFIGURATION), firing.aspect());
  }

  @Test
  void anUnknownValueIsNeverProven() {
    Firing firing = SOUND.onOneEvent(new MetricFeed(LATER, Setting.unset(), Setting.unset()));
    assertEquals(Answer.UNKNOWN, firing.fires());
    assertEquals("the metric value is known only after apply", firing.explanation());
    assertEquals(Optional.of(Aspect.VALUE), firing.aspect());
  }

  @Test
  void anUnknownDefaultMayKeepTheAlarmInAlarm() {
    Firing firing = SOUND.onOneEvent(new MetricFeed(Setting.known("1"), LATER, Setting.unset()));
    assertEquals(Answer.UNKNOWN, firing.fires());
    assertEquals("the default value is known only after apply", firing.explanation());
  }

  @Test
  void anUnknownUnitOfTheMetricMattersOnlyIfTheAlarmAsksForOne() {
    MetricFeed feed = new MetricFeed(Setting.known("1"), Setting.unset(), LATER);
    assertEquals(Answer.YES, SOUND.onOneEvent(feed).fires());
    assertEquals(Answer.UNKNOWN, SOUND.with(AlarmProperty.UNIT, "Count").onOneEvent(feed).fires());
  }

  @Test
  void unknownQueriesBesideAMetricLeaveDoubt() {
    assertEquals(
        Answer.UNKNOWN, of(SOUND.withQueries(Setting.unknown("known only after apply"))).fires());
  }

  @Test
  void nextToNothingKnownIsUnknown() {
    AlarmSettings settings = AlarmSettings.none();
    for (AlarmProperty property : AlarmProperty.values()) {
      settings = settings.with(property, LATER);
    }
    assertEquals(Answer.UNKNOWN, of(settings).fires());
  }
}
