package io.trailproof.aws.alarm;

import java.util.List;

/**
 * The rule by which CloudWatch makes a state of the latest datapoints: M of N, with gaps (F66–F71).
 */
record Evaluation(int datapoints, int periods, MissingData treatment) {

  /** The state after looking at the datapoints of the evaluation range, the newest first. */
  AlarmState next(AlarmState previous, List<Mark> newestFirst) {
    List<Mark> real = newestFirst.stream().filter(mark -> mark != Mark.MISSING).toList();
    if (real.size() >= periods) {
      return alarmIf(breaching(real.subList(0, periods)) >= datapoints);
    }
    if (treatment == MissingData.BREACHING) {
      return alarmIf(breaching(real) + periods - real.size() >= datapoints);
    }
    if (breaching(real) >= datapoints) {
      return AlarmState.ALARM;
    }
    if (treatment == MissingData.NOT_BREACHING || real.contains(Mark.FINE)) {
      return AlarmState.OK;
    }
    // Nothing is left but gaps, and breaches too few by themselves.
    if (treatment == MissingData.IGNORE) {
      return previous;
    }
    return isPremature(newestFirst) ? AlarmState.ALARM : AlarmState.INSUFFICIENT_DATA;
  }

  /**
   * Whether the oldest breach is as old as M periods and nothing but breaches and gaps follow
   * (F71).
   */
  private boolean isPremature(List<Mark> newestFirst) {
    return newestFirst.lastIndexOf(Mark.BREACHING) + 1 >= datapoints;
  }

  private static AlarmState alarmIf(boolean breached) {
    return breached ? AlarmState.ALARM : AlarmState.OK;
  }

  private static long breaching(List<Mark> marks) {
    return marks.stream().filter(mark -> mark == Mark.BREACHING).count();
  }
}
