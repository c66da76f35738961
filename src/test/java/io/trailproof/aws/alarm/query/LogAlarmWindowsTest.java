package io.trailproof.aws.alarm.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.alarm.Burst;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rows of table T14, and the threshold that one record reaches. */
final class LogAlarmWindowsTest {
  private static final String LATER = "it is known only after apply";

  private static final LogAlarmSettings GOOD =
      settings(
          Map.of(
              LogAlarmProperty.COMPARISON_OPERATOR, "GreaterThanOrEqualToThreshold",
              LogAlarmProperty.THRESHOLD, "1",
              LogAlarmProperty.RESULTS_TO_EVALUATE, "3",
              LogAlarmProperty.RESULTS_TO_ALARM, "1",
              LogAlarmProperty.TREAT_MISSING_DATA, "notBreaching",
              LogAlarmProperty.SCHEDULE, "rate(5 minutes)",
              LogAlarmProperty.START_TIME_OFFSET, "1200"));

  private static LogAlarmSettings settings(Map<LogAlarmProperty, String> texts) {
    LogAlarmSettings settings = LogAlarmSettings.none();
    for (Map.Entry<LogAlarmProperty, String> one : texts.entrySet()) {
      settings = settings.with(one.getKey(), Partial.known(one.getValue()));
    }
    return settings;
  }

  private static LogAlarmSettings with(LogAlarmProperty property, String text) {
    return GOOD.with(property, Partial.known(text));
  }

  private static void answers(Truth holds, String explanation, LogAlarmAnswer answer) {
    assertEquals(explanation, answer.explanation());
    assertEquals(holds, answer.holds());
  }

  private static LogAlarmAnswer windows(LogAlarmSettings settings) {
    return new LogAlarmTest(settings).windows();
  }

  @Test
  void fifteenMinutesOfRoomHold() {
    answers(
        Truth.YES,
        "a record is in the log group within 900 s of its timestamp (F223)",
        windows(GOOD));
  }

  @Test
  void lessRoomIsUnknownWithTheSeconds() {
    answers(
        Truth.UNKNOWN,
        "a run looks back 300 s and the next one comes 300 s later, so a record that is more than 0"
            + " s late is never counted; `startTimeOffset` 1200 leaves room for 900 s",
        windows(with(LogAlarmProperty.START_TIME_OFFSET, "300")));
  }

  @Test
  void gapsAreCounted() {
    answers(
        Truth.NO,
        "a run looks at 300 s and the next one comes 900 s later, so 600 s of every 900 s are in no"
            + " window",
        windows(
            with(LogAlarmProperty.START_TIME_OFFSET, "300")
                .with(LogAlarmProperty.SCHEDULE, Partial.known("rate(15 minutes)"))));
  }

  @Test
  void severalResultsNeedAsManyRuns() {
    LogAlarmSettings two = with(LogAlarmProperty.RESULTS_TO_ALARM, "2");
    answers(
        Truth.YES,
        "a record is in the log group within 1200 s of its timestamp (F223)",
        windows(two.with(LogAlarmProperty.START_TIME_OFFSET, Partial.known("1800"))));
    answers(
        Truth.NO,
        "`queryResultsToAlarm` 2: one record is in the results of at most 2 runs, and some in one"
            + " less: a run looks at 300 s and the next one comes 300 s later",
        windows(two.with(LogAlarmProperty.START_TIME_OFFSET, Partial.known("300"))));
  }

  @Test
  void whatIsNotKnownStaysOpenUnlessItCannotHelp() {
    Partial<String> later = Partial.unknown(LATER);
    answers(Truth.UNKNOWN, LATER, windows(GOOD.with(LogAlarmProperty.SCHEDULE, later)));
    answers(Truth.UNKNOWN, LATER, windows(GOOD.with(LogAlarmProperty.START_TIME_OFFSET, later)));
    answers(
        Truth.NO,
        "whatever is not known yet, some records are in no window",
        windows(
            with(LogAlarmProperty.START_TIME_OFFSET, "30").with(LogAlarmProperty.SCHEDULE, later)));
  }

  @Test
  void knowingMoreNeverTurnsAnAnswerOver() {
    Random random = new Random(14);
    for (int i = 0; i < 5_000; i++) {
      LogAlarmSettings known =
          with(LogAlarmProperty.START_TIME_OFFSET, "" + 60 * random.nextInt(60))
              .with(LogAlarmProperty.END_TIME_OFFSET, Partial.known("" + 60 * random.nextInt(20)))
              .with(
                  LogAlarmProperty.SCHEDULE,
                  Partial.known("rate(" + (2 + random.nextInt(20)) + " minutes)"))
              .with(LogAlarmProperty.RESULTS_TO_ALARM, Partial.known("" + (1 + random.nextInt(3))));
      LogAlarmSettings open = known;
      for (LogAlarmProperty property : LogAlarmProperty.values()) {
        if (random.nextInt(4) == 0 && !known.get(property).isUnset()) {
          open = open.with(property, Partial.unknown(LATER));
        }
      }
      Truth before = windows(open).holds().and(new LogAlarmTest(open).accepted().holds());
      Truth after = windows(known).holds().and(new LogAlarmTest(known).accepted().holds());
      if (before != Truth.UNKNOWN) {
        assertEquals(before, after, open + " and then " + known);
      }
    }
  }

  /** Plays the runs: each record, however late within what is assumed, is in enough results. */
  @Test
  void aProvenWindowSeesEveryRecordInTime() {
    Random random = new Random(222);
    int proven = 0;
    for (int i = 0; i < 3_000; i++) {
      long rate = 60L * (2 + random.nextInt(20));
      long start = 60L * (1 + random.nextInt(90));
      long end = 60L * random.nextInt(20);
      int needed = 1 + random.nextInt(3);
      LogAlarmSettings settings =
          with(LogAlarmProperty.START_TIME_OFFSET, "" + start)
              .with(LogAlarmProperty.END_TIME_OFFSET, Partial.known("" + end))
              .with(LogAlarmProperty.SCHEDULE, Partial.known("rate(" + rate / 60 + " minutes)"))
              .with(LogAlarmProperty.RESULTS_TO_ALARM, Partial.known("" + needed));
      LogAlarmTest test = new LogAlarmTest(settings);
      if (test.accepted().holds() == Truth.YES && test.windows().holds() == Truth.YES) {
        proven++;
        for (long at = 0; at < rate; at += 30) {
          assertEquals(
              true, seen(at, 900, rate, start, end) >= needed, settings + " record at " + at);
        }
      }
    }
    assertEquals(true, proven > 100, "" + proven);
  }

  /** The runs that see a record of some timestamp that comes to be there so much later. */
  private static int seen(long at, long late, long rate, long start, long end) {
    int seen = 0;
    for (long run = 0; run <= at + start + rate; run += rate) {
      boolean inWindow = run - start <= at && at < run - end;
      if (inWindow && at + late <= run) {
        seen++;
      }
    }
    return seen;
  }

  @Test
  void theThresholdIsHeldAgainstOneAndNone() {
    assertEquals(Truth.YES, new LogAlarmTest(GOOD).threshold().holds());
    assertEquals(Truth.NO, threshold("GreaterThanOrEqualToThreshold", "0"));
    assertEquals(Truth.YES, threshold("GreaterThanThreshold", "0.9"));
    assertEquals(Truth.NO, threshold("GreaterThanThreshold", "-0.1"));
    assertEquals(Truth.NO, threshold("GreaterThanThreshold", "1"));
    assertEquals(Truth.NO, threshold("LessThanThreshold", "1"));
  }

  private static Truth threshold(String operator, String threshold) {
    LogAlarmSettings settings =
        with(LogAlarmProperty.COMPARISON_OPERATOR, operator)
            .with(LogAlarmProperty.THRESHOLD, Partial.known(threshold));
    return new LogAlarmTest(settings).threshold().holds();
  }

  private static Truth together(String threshold, long seconds, Map<LogAlarmProperty, String> set) {
    LogAlarmSettings settings = with(LogAlarmProperty.THRESHOLD, threshold);
    for (Map.Entry<LogAlarmProperty, String> one : set.entrySet()) {
      settings = settings.with(one.getKey(), Partial.known(one.getValue()));
    }
    return new LogAlarmTest(settings, new Burst(3, seconds)).threshold().holds();
  }

  @Test
  void aBurstIsSeenTogetherOrNot() {
    assertEquals(Truth.YES, together("1", 300, Map.of()));
    // Records up to 15 minutes late leave one stretch of five minutes of the window for all runs.
    assertEquals(Truth.YES, together("2", 300, Map.of()));
    assertEquals(Truth.UNKNOWN, together("3", 300, Map.of()));
    assertEquals(Truth.NO, together("4", 300, Map.of()));
    Map<LogAlarmProperty, String> far = Map.of(LogAlarmProperty.START_TIME_OFFSET, "1500");
    assertEquals(Truth.YES, together("3", 300, far));
    assertEquals(Truth.NO, together("3", 1_500, far));
    assertEquals(Truth.NO, together("2", 3_000, far));
    Map<LogAlarmProperty, String> twice =
        Map.of(LogAlarmProperty.START_TIME_OFFSET, "1500", LogAlarmProperty.RESULTS_TO_ALARM, "2");
    assertEquals(Truth.YES, together("2", 300, twice));
    assertEquals(Truth.UNKNOWN, together("3", 300, twice));
  }

  /** Against every run over every way in which three records may fall, by the minute. */
  @Test
  void whatIsSaidOfABurstHoldsHoweverItFalls() {
    Random random = new Random(30);
    int told = 0;
    for (int round = 0; round < 3_000; round++) {
      int rate = 1 + random.nextInt(4);
      int results = 1 + random.nextInt(2);
      int room = rate * results + random.nextInt(9);
      int needed = 2 + random.nextInt(2);
      int minutes = 1 + random.nextInt(8);
      Truth holds =
          together(
              Integer.toString(needed),
              60L * minutes,
              Map.of(
                  LogAlarmProperty.SCHEDULE,
                  rate == 1 ? "rate(1 minute)" : "rate(" + rate + " minutes)",
                  LogAlarmProperty.START_TIME_OFFSET,
                  Integer.toString(900 + 60 * room),
                  LogAlarmProperty.RESULTS_TO_ALARM,
                  Integer.toString(results)));
      // In time or as late as is assumed: the first is the longer window.
      if (holds == Truth.YES) {
        told++;
        assertTrue(always(rate, room, results, needed, minutes));
      } else if (holds == Truth.NO) {
        told++;
        assertFalse(always(rate, room + 15, results, needed, minutes));
      }
    }
    assertTrue(told > 300, "told of " + told);
  }

  private static boolean always(int rate, int room, int results, int needed, int minutes) {
    for (int start = 0; start < rate; start++) {
      for (int middle = start; middle <= start + minutes; middle++) {
        int breaching = 0;
        for (int run = 0; run <= start + minutes + room + rate; run += rate) {
          int seen = 0;
          for (int record : new int[] {start, middle, start + minutes}) {
            seen += record >= run - room && record < run ? 1 : 0;
          }
          breaching += seen >= needed ? 1 : 0;
        }
        if (breaching < results) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void whatTheApiRefusesIsSaid() {
    answers(
        Truth.NO,
        "`comparisonOperator` cannot be `LessThanLowerThreshold`",
        new LogAlarmTest(with(LogAlarmProperty.COMPARISON_OPERATOR, "LessThanLowerThreshold"))
            .accepted());
    answers(
        Truth.NO,
        "`startTimeOffset` cannot be `1.5`: it is a whole number from 1 to 2592000",
        new LogAlarmTest(with(LogAlarmProperty.START_TIME_OFFSET, "1.5")).accepted());
  }
}
