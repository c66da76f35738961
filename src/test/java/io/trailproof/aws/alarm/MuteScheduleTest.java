package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.kleene.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F170: which schedules leave no minute between their windows. */
class MuteScheduleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cron(0 0 * * *)      | P1D     | YES",
        "cron(0 0 * * *)      | PT24H   | YES",
        "cron(0 0 * * *)      | PT23H59M | NO",
        "cron(0 0,12 * * *)   | PT12H   | YES",
        "cron(0 8-20/4 * * *) | PT12H   | YES",
        "cron(0 8-20/4 * * *) | PT11H   | NO",
        "cron(*/15 * * * *)   | PT15M   | YES",
        "cron(0 2 * * 1-5)    | P1D     | NO",
        "cron(0 2 * * 1-5)    | P3D     | YES",
        "cron(30 4 * * 0)     | P7D     | YES",
        "cron(30 4 * * 7)     | P6D     | NO",
        "cron(0 0 1 * *)      | P15D    | NO",
        "cron(0 0 1,16 * *)   | P15D    | NO",
        "at(2026-05-01T00:00) | P15D    | NO",
        "cron(0 0 1 * 1)      | P15D    | UNKNOWN",
        "cron(0 0 * * MON)    | P7D     | UNKNOWN",
        "cron(0 0 * *)        | P1D     | UNKNOWN",
        "cron(0 24 * * *)     | P1D     | UNKNOWN",
        "cron(0 0 * * *)      | a day   | UNKNOWN",
        "every day            | P1D     | UNKNOWN",
      })
  void knowsWhetherThereIsAGap(String expression, String duration, Truth gapless) {
    assertEquals(gapless, MuteSchedule.leavesNoGap(expression, duration));
  }
}
