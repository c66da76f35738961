package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.Marks.Mark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rule by which CloudWatch makes a state of the latest datapoints: M of N, with gaps (F66–F71).
 */
record Evaluation(int datapoints, int periods, MissingData treatment) {

  /** What an alarm makes of periods without a datapoint (F67). */
  enum MissingData {
    MISSING("missing"),
    NOT_BREACHING("notBreaching"),
    IGNORE("ignore"),
    BREACHING("breaching");

    private final String text;

    MissingData(String text) {
      this.text = text;
    }

    static Optional<MissingData> read(String text) {
      return Stream.of(values()).filter(treatment -> treatment.text.equals(text)).findFirst();
    }
  }

  /** The state after looking at the datapoints of the evaluation range, the newest first. */
  AlarmState next(AlarmState previous, List<Mark> newestFirst) {
    int real = 0;
    int breaching = 0;
    int oldestBreach = 0;
    int age = 0;
    for (Mark mark : newestFirst) {
      age++;
      // Real datapoints beyond the latest N are not needed.
      if (mark != Mark.MISSING && real < periods) {
        real++;
        if (mark == Mark.BREACHING) {
          breaching++;
          oldestBreach = age;
        }
      }
    }
    if (breaching >= datapoints) {
      return AlarmState.ALARM;
    }
    if (treatment == MissingData.BREACHING && breaching + periods - real >= datapoints) {
      return AlarmState.ALARM;
    }
    if (real == periods || treatment == MissingData.BREACHING || breaching < real) {
      return AlarmState.OK;
    }
    // Nothing is left but gaps, and breaches too few by themselves.
    return switch (treatment) {
      case NOT_BREACHING -> AlarmState.OK;
      case IGNORE -> previous;
      // The oldest breach is as old as M periods and nothing but breaches and gaps follow (F71).
      default -> oldestBreach >= datapoints ? AlarmState.ALARM : AlarmState.INSUFFICIENT_DATA;
    };
  }
}
