package io.trailproof.aws.alarm.query;

import io.trailproof.aws.alarm.Burst;
import io.trailproof.kleene.Partial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether one record that the query finds sets off a log alarm that counts what is found: a run
 * that sees it comes to at least 1, any other to 0 or to nothing (F225, F227). Of a burst of
 * records it is asked whether enough of them are seen together, however they fall.
 */
public record LogAlarmTest(LogAlarmSettings settings, Burst burst) {
  private static final long HOUR = 3_600;

  /** One record. */
  public LogAlarmTest(LogAlarmSettings settings) {
    this(settings, Burst.ONE);
  }

  /** The API takes the alarm (F221). */
  public LogAlarmAnswer accepted() {
    return new LogAlarmRefusals(settings).answer();
  }

  /** Whether something else says already that the alarm is none. */
  private boolean isRefused() {
    return new LogAlarmRefusals(settings).any();
  }

  /**
   * Counting one record, or enough of a burst, breaches, and counting none does not (F65, F225).
   */
  public LogAlarmAnswer threshold() {
    if (isRefused()) {
      return LogAlarmAnswer.yes(List.of());
    }
    Partial<String> operator = settings.get(LogAlarmProperty.COMPARISON_OPERATOR);
    if (operator.orElse("").startsWith("LessThan")) {
      return LogAlarmAnswer.no(
          "`" + operator.orElse("") + "` does not hold for a count that rises with each event");
    }
    Optional<BigDecimal> limit = settings.number(LogAlarmProperty.THRESHOLD);
    if (operator.isUnknown() || limit.isEmpty()) {
      return LogAlarmAnswer.unknown(
          unknown(LogAlarmProperty.COMPARISON_OPERATOR)
              .or(() -> unknown(LogAlarmProperty.THRESHOLD))
              .orElse("the threshold is not known"));
    }
    boolean atLeast = operator.orElse("").equals("GreaterThanOrEqualToThreshold");
    int none = BigDecimal.ZERO.compareTo(limit.get());
    String said = "`threshold` " + limit.get().toPlainString();
    if (atLeast ? none >= 0 : none > 0) {
      return LogAlarmAnswer.no(
          said
              + ": a query that finds nothing counts 0, which breaches: the alarm is in ALARM all"
              + " the time, so an event changes nothing and nobody is notified");
    }
    BigDecimal rows = limit.get().setScale(0, atLeast ? RoundingMode.CEILING : RoundingMode.FLOOR);
    return new SeenTogether(settings, burst)
        .breaches(atLeast ? rows : rows.add(BigDecimal.ONE), said);
  }

  /** Silence does not count as a breach (F227). */
  public LogAlarmAnswer missingData() {
    Partial<String> treatment = settings.get(LogAlarmProperty.TREAT_MISSING_DATA);
    if (treatment.isUnknown()) {
      return LogAlarmAnswer.unknown(
          unknown(LogAlarmProperty.TREAT_MISSING_DATA).orElse("it is not known"));
    }
    return switch (treatment.orElse("missing")) {
      case "breaching" ->
          LogAlarmAnswer.unknown(
              "`treatMissingData` is `breaching`: whether a query that finds nothing counts 0 or"
                  + " gives no result is said in two ways, and if it gives none the alarm is in"
                  + " ALARM all the time");
      case "ignore" ->
          LogAlarmAnswer.yes(
              List.of(
                  "ignores missing data: where a query that finds nothing gives no result, the"
                      + " alarm stays in ALARM after the first event, so later events notify"
                      + " nobody"));
      default -> LogAlarmAnswer.yes(List.of());
    };
  }

  /** Enough runs of the query come upon the record (T14). */
  public LogAlarmAnswer windows() {
    if (isRefused()) {
      return LogAlarmAnswer.yes(List.of());
    }
    QueryRuns runs = settings.runs();
    Optional<Long> needed = settings.count(LogAlarmProperty.RESULTS_TO_ALARM);
    long least = needed.orElse(1L);
    if (least > runs.runsOfEach()) {
      return tooFew(runs, needed);
    }
    Optional<String> why = runs.whyUnknown().or(() -> unknown(LogAlarmProperty.RESULTS_TO_ALARM));
    if (why.isPresent()) {
      return LogAlarmAnswer.unknown(why.get());
    }
    boolean inTime = runs.lateFor(1) >= QueryRuns.LATENESS && least <= runs.runsOfLate();
    return inTime
        ? LogAlarmAnswer.yesIf(
            "a record is in the log group within %d s of its timestamp (F223)"
                .formatted(runs.lateFor(least)),
            warnings(runs))
        : LogAlarmAnswer.unknown(late(runs, least));
  }

  private LogAlarmAnswer tooFew(QueryRuns runs, Optional<Long> needed) {
    boolean told = !runs.rate().isUnknown() && !runs.start().isUnknown();
    if (needed.filter(n -> n == 1).isPresent()) {
      return LogAlarmAnswer.no(
          told
              ? "a run looks at %d s and the next one comes %s s later, so %d s of every %s s are in no window"
                  .formatted(runs.length(), rate(runs), runs.gap(), rate(runs))
              : "whatever is not known yet, some records are in no window");
    }
    String why =
        "`%s` %s: one record is in the results of at most %d runs%s"
            .formatted(
                LogAlarmProperty.RESULTS_TO_ALARM.text(),
                needed.map(String::valueOf).orElse("is not known"),
                Math.max(0, runs.runsOfEach()) + 1,
                told
                    ? ", and some in one less: a run looks at %d s and the next one comes %s s later"
                        .formatted(runs.length(), rate(runs))
                    : "");
    boolean settled =
        settings.get(LogAlarmProperty.TREAT_MISSING_DATA).orElse("").equals("notBreaching");
    return settled
        ? LogAlarmAnswer.no(why)
        : LogAlarmAnswer.unknown(
            why + "; what missing results count for between those is not written down");
  }

  private static String rate(QueryRuns runs) {
    return runs.rate().map(String::valueOf).orElse("some");
  }

  private static String late(QueryRuns runs, long least) {
    return "a run looks back %d s and the next one comes %s s later, so a record that is more than %d s late is %s; `startTimeOffset` %d leaves room for %d s"
        .formatted(
            runs.start().orElse(QueryRuns.FURTHEST),
            rate(runs),
            runs.lateFor(least),
            least == 1 ? "never counted" : "in fewer than " + least + " results",
            runs.enough(least),
            QueryRuns.LATENESS);
  }

  /** F72, F224: what weakens an alarm that fires. */
  private static List<String> warnings(QueryRuns runs) {
    List<String> warnings = new ArrayList<>();
    if (runs.rate().orElse(0L) > HOUR) {
      warnings.add("looks only every %s s, and nobody is told before (F224)".formatted(rate(runs)));
    }
    if (runs.length() > HOUR) {
      warnings.add(
          "stays in ALARM for %d s after an event, and tells nobody of others in that time (F72)"
              .formatted(runs.length()));
    }
    return warnings;
  }

  /** Why a property is not known, if so. */
  private Optional<String> unknown(LogAlarmProperty property) {
    return settings.get(property).whyUnknown();
  }
}
