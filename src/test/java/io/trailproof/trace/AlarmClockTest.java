package io.trailproof.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.trace.AlarmClock.Course;
import io.trailproof.trace.AlarmClock.Settings;
import io.trailproof.trace.AlarmClock.State;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Table T2 of docs/aws-facts.md, played through: one record of value 1 against a threshold of 1.
 */
final class AlarmClockTest {
  private static Course course(
      int datapoints, int periods, List<BigDecimal> quiet, String missing, String statistic) {
    Settings settings =
        new Settings(
            statistic,
            5,
            periods,
            datapoints,
            "GreaterThanOrEqualToThreshold",
            BigDecimal.ONE,
            missing);
    return new AlarmClock(settings, List.of(BigDecimal.ONE), quiet).course().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "1, missing, true, INSUFFICIENT_DATA",
    "1, notBreaching, true, OK",
    "1, ignore, true, INSUFFICIENT_DATA",
    "1, breaching, true, ALARM",
    "2, missing, true, INSUFFICIENT_DATA",
    "2, notBreaching, false, OK",
    "2, ignore, false, INSUFFICIENT_DATA",
    "2, breaching, true, ALARM",
  })
  void withNothingElseLogged(int datapoints, String missing, boolean goesOff, State before) {
    Course course = course(datapoints, datapoints, List.of(), missing, "Sum");
    assertEquals(before, course.before());
    if (before != State.ALARM) {
      assertEquals(goesOff, course.goesOff().isPresent());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, missing, true", "1, notBreaching, true", "1, ignore, true", "1, breaching, true",
    "2, missing, false", "2, notBreaching, false", "2, ignore, false", "2, breaching, false",
  })
  void withZeroInEveryOtherMinute(int datapoints, String missing, boolean goesOff) {
    Course course = course(datapoints, datapoints, List.of(BigDecimal.ZERO), missing, "Sum");
    assertEquals(State.OK, course.before());
    assertEquals(goesOff, course.goesOff().isPresent());
  }

  @ParameterizedTest
  @CsvSource({"Sum, true", "Maximum, true", "Average, false", "Minimum, false"})
  void zerosThinWhatTheyAreCountedWith(String statistic, boolean goesOff) {
    Course course = course(1, 1, List.of(BigDecimal.ZERO), "notBreaching", statistic);
    assertEquals(goesOff, course.goesOff().isPresent());
  }

  @ParameterizedTest
  @CsvSource({"notBreaching, 6, true", "ignore, -1, false"})
  void whatIsSilentTheSecondTime(String missing, int leaves, boolean again) {
    Course course = course(1, 1, List.of(), missing, "Sum");
    assertEquals(1, course.goesOff().orElseThrow().minute());
    assertEquals(leaves, course.leaves().map(AlarmClock.Change::minute).orElse(-1));
    assertEquals(again, course.again());
  }
}
