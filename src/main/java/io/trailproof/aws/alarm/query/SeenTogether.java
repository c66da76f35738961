package io.trailproof.aws.alarm.query;

import io.trailproof.aws.alarm.Burst;
import java.math.BigDecimal;
import java.util.List;

/**
 * Whether so many records of a burst are seen by one run of a query, and by the runs after it that
 * have to breach as well, however the records fall.
 *
 * <p>Cut time into stretches as long as some runs are apart, and so short that every stretch is in
 * the windows of as many runs as have to breach. A burst reaches a few of them; if each holds less
 * than the rows that breach, these are all that it can be without one that breaches. Where windows
 * overlap, a burst that is as short as the overlap is seen whole. On the other side, of records
 * that are a window apart no run sees two.
 */
record SeenTogether(LogAlarmSettings settings, Burst burst) {
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

  /**
   * The answer.
   *
   * @param rows how many have to be found to breach, at least 1
   * @param said the threshold in words
   */
  LogAlarmAnswer breaches(BigDecimal rows, String said) {
    long needed = rows.min(MOST).longValue();
    if (needed <= 1) {
      return LogAlarmAnswer.yes(List.of());
    }
    if (needed > burst.times()) {
      return LogAlarmAnswer.no(
          said
              + (burst.isOne()
                  ? ": one event counts 1, which does not breach"
                  : ": " + burst.times() + " events count so many, which does not breach"));
    }
    QueryRuns runs = settings.runs();
    long apart = burst.seconds() / Math.max(1, runs.length()) + 1;
    if (burst.times() <= apart * (needed - 1) && runs.whyUnknown().isEmpty()) {
      return LogAlarmAnswer.no(
          said
              + ": a run looks at %d s, so of %s it may see at most %d"
                  .formatted(runs.length(), burst.text(), (burst.times() + apart - 1) / apart));
    }
    return runs.whyUnknown()
        .or(() -> settings.get(LogAlarmProperty.RESULTS_TO_ALARM).whyUnknown())
        .map(LogAlarmAnswer::unknown)
        .orElseGet(() -> isSeen(runs, needed) ? counted() : open(said));
  }

  private LogAlarmAnswer counted() {
    return LogAlarmAnswer.yesIf(
        burst.text() + " are in the log group with timestamps as near to each other as they happen",
        List.of());
  }

  private LogAlarmAnswer open(String said) {
    return LogAlarmAnswer.unknown(
        said + ": how many of " + burst.text() + " one run sees depends on when it runs");
  }

  private boolean isSeen(QueryRuns runs, long needed) {
    long results = settings.count(LogAlarmProperty.RESULTS_TO_ALARM).orElse(1L);
    long rates = runs.runsOfLate() - results + 1;
    if (rates < 1) {
      return false;
    }
    long rate = runs.rate().orElse(1L);
    return burst.seconds() <= (rates - 1) * rate
        || burst.times() > burst.mostWindows(rates * rate) * (needed - 1);
  }
}
