package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.aws.alarm.metric.MetricQuery;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How bursts fall into the periods of an alarm. */
final class BurstTest {
  private static final Burst THREE = new Burst(3, 300);
  private static final MetricFeed SPARSE = MetricFeed.sparse("1");

  private static AlarmSettings alarm(String threshold) {
    return AlarmSettings.none()
        .with(AlarmProperty.METRIC_NAME, "calls")
        .with(AlarmProperty.STATISTIC, "Sum")
        .with(AlarmProperty.PERIOD, "300")
        .with(AlarmProperty.EVALUATION_PERIODS, "1")
        .with(AlarmProperty.THRESHOLD, threshold)
        .with(AlarmProperty.COMPARISON_OPERATOR, "GreaterThanOrEqualToThreshold")
        .with(AlarmProperty.TREAT_MISSING_DATA, "notBreaching");
  }

  private static Firing on(Burst burst, AlarmSettings settings) {
    return on(burst, settings, SPARSE);
  }

  private static Firing on(Burst burst, AlarmSettings settings, MetricFeed feed) {
    return OneEventTest.of(settings, feed).on(burst).firing();
  }

  @Test
  void aBurstIsSaidInWords() {
    assertEquals("one event", Burst.ONE.text());
    assertEquals("3 events within 5 minutes", THREE.text());
    assertEquals("2 events within 90 seconds", new Burst(2, 90).text());
    assertEquals("1000 events within 1 hour", new Burst(1000, 3_600).text());
    assertEquals("7 events within 7 days", new Burst(7, 604_800).text());
  }

  @Test
  void oneOfItsEventsIsEnough() {
    assertEquals(on(Burst.ONE, alarm("1")), on(THREE, alarm("1")));
  }

  @Test
  void somePeriodHoldsTwoOfThree() {
    Firing firing = on(THREE, alarm("2"));
    assertEquals(Truth.YES, firing.fires());
    assertEquals(
        "however 3 events within 5 minutes fall, `Sum` over 300 s is at least `threshold` 2 in one"
            + " period: ALARM at most five minutes later",
        firing.explanation());
    assertEquals(
        Optional.of(
            "3 events within 5 minutes are counted as near to each other as they happen (F223)"),
        firing.rests());
  }

  @Test
  void threeMayBeDividedByTwoPeriods() {
    Firing firing = on(THREE, alarm("3"));
    assertEquals(Truth.NO, firing.fires());
    assertEquals(Optional.of(Aspect.THRESHOLD), firing.aspect());
    assertEquals(
        "`threshold` 3 with `Sum` over 300 s: the 3 events may fall into two periods, 2 and 1, and"
            + " it takes 3 in one",
        firing.explanation());
  }

  @Test
  void moreThanAllOfThemIsNeverReached() {
    assertEquals(
        "`threshold` 10 with `Sum` over 300 s: one event counts 1, so it takes 10 within five"
            + " minutes",
        on(THREE, alarm("10")).explanation());
  }

  @Test
  void severalPeriodsMayHaveToBreach() {
    AlarmSettings two = alarm("2").with(AlarmProperty.EVALUATION_PERIODS, "2");
    Firing firing = on(THREE, two);
    assertEquals(Optional.of(Aspect.PERIODS), firing.aspect());
    assertEquals(
        "2 of 2 periods of 300 s must breach, and the 3 events may all fall into one of them",
        firing.explanation());
    assertEquals(Truth.YES, on(THREE, two.with(AlarmProperty.DATAPOINTS_TO_ALARM, "1")).fires());
  }

  @Test
  void aPeriodLongerThanTheBurstDividesItOrNot() {
    AlarmSettings hour = alarm("3").with(AlarmProperty.PERIOD, "3600");
    assertEquals(Truth.UNKNOWN, on(THREE, hour).fires());
    assertEquals(Truth.YES, on(new Burst(5, 300), hour).fires());
  }

  @Test
  void whatOneEventPublishesCounts() {
    assertEquals(Truth.YES, on(THREE, alarm("20"), MetricFeed.sparse("10")).fires());
    assertEquals(Truth.NO, on(THREE, alarm("21"), MetricFeed.sparse("10")).fires());
    AlarmSettings greatest = alarm("2").with(AlarmProperty.STATISTIC, "Maximum");
    assertEquals(Truth.NO, on(THREE, greatest).fires());
    AlarmSettings samples = alarm("2").with(AlarmProperty.STATISTIC, "SampleCount");
    assertEquals(Truth.YES, on(THREE, samples, MetricFeed.sparse("0")).fires());
    assertEquals(Truth.NO, on(THREE, samples, MetricFeed.dense("1", "0")).fires());
  }

  @Test
  void aFieldMayHoldNoNumber() {
    assertEquals(Truth.UNKNOWN, on(THREE, alarm("2"), MetricFeed.sparse("$.size")).fires());
  }

  @Test
  void silenceThatBreachesStaysBroken() {
    AlarmSettings on = alarm("2").with(AlarmProperty.TREAT_MISSING_DATA, "breaching");
    assertEquals(Optional.of(Aspect.MISSING_DATA), on(THREE, on).aspect());
  }

  @Test
  void mathIsWorkedOutForEveryCrowd() {
    assertEquals(Truth.YES, math("m1 * 2", "4").fires());
    assertEquals(Truth.NO, math("m1 * 2", "5").fires());
    assertEquals(Truth.NO, math("IF(m1 > 5, 1, 0)", "1").fires());
    assertEquals(Truth.UNKNOWN, math("RATE(m1)", "2").fires());
  }

  private static Firing math(String expression, String threshold) {
    AlarmSettings settings =
        alarm(threshold)
            .with(AlarmProperty.METRIC_NAME, Partial.unset())
            .with(AlarmProperty.STATISTIC, Partial.unset())
            .with(AlarmProperty.PERIOD, Partial.unset())
            .withQueries(
                Partial.known(
                    List.of(
                        new MetricQuery(
                            "e1", Partial.known(expression), Optional.empty(), Partial.known(true)),
                        new MetricQuery(
                            "m1",
                            Partial.unset(),
                            Optional.of(
                                new MetricQuery.MetricStat(
                                    Partial.known("300"), Partial.known("Sum"), Partial.unset())),
                            Partial.known(false)))));
    return OneEventTest.of(settings, Map.of("m1", SPARSE)).on(THREE).firing();
  }
}
