package io.trailproof.aws.alarm.query;

import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the API asks of a log alarm before it takes it (F221). */
final class LogAlarmRefusals {
  private static final Set<String> MISSING_DATA =
      Set.of("breaching", "notBreaching", "ignore", "missing");

  private static final Set<String> OPERATORS =
      Set.of(
          "GreaterThanOrEqualToThreshold",
          "GreaterThanThreshold",
          "LessThanThreshold",
          "LessThanOrEqualToThreshold");

  private static final List<LogAlarmProperty> REQUIRED =
      List.of(
          LogAlarmProperty.COMPARISON_OPERATOR,
          LogAlarmProperty.THRESHOLD,
          LogAlarmProperty.RESULTS_TO_EVALUATE,
          LogAlarmProperty.RESULTS_TO_ALARM,
          LogAlarmProperty.SCHEDULE,
          LogAlarmProperty.START_TIME_OFFSET);

  private final LogAlarmSettings settings;

  LogAlarmRefusals(LogAlarmSettings settings) {
    this.settings = settings;
  }

  /** The first that is not met; yes if none is broken, as far as is known. */
  LogAlarmAnswer answer() {
    return Stream.<Supplier<Optional<String>>>of(
            this::required,
            this::operator,
            this::threshold,
            this::missingData,
            () -> within(LogAlarmProperty.RESULTS_TO_EVALUATE, 1, 100),
            () -> within(LogAlarmProperty.RESULTS_TO_ALARM, 1, 100),
            this::moreThanEvaluated,
            () -> within(LogAlarmProperty.START_TIME_OFFSET, 1, QueryRuns.FURTHEST),
            () -> within(LogAlarmProperty.END_TIME_OFFSET, 0, QueryRuns.FURTHEST),
            this::emptyWindow,
            () -> within(LogAlarmProperty.LOG_LINES, 0, 50),
            this::linesWithoutRole)
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst()
        .map(LogAlarmAnswer::no)
        .orElseGet(() -> LogAlarmAnswer.yes(List.of()));
  }

  private Optional<String> required() {
    return REQUIRED.stream()
        .filter(property -> settings.get(property).isUnset())
        .findFirst()
        .map(property -> "the alarm has no `" + property.text() + "`");
  }

  /** The operators of an anomaly band stand in the enum of the API, and nothing else takes them. */
  private Optional<String> operator() {
    return illegal(LogAlarmProperty.COMPARISON_OPERATOR, OPERATORS);
  }

  private Optional<String> missingData() {
    return illegal(LogAlarmProperty.TREAT_MISSING_DATA, MISSING_DATA);
  }

  private Optional<String> illegal(LogAlarmProperty property, Set<String> legal) {
    return settings
        .get(property)
        .toOptional()
        .filter(text -> !legal.contains(text))
        .map(text -> cannotBe(property, text));
  }

  private Optional<String> threshold() {
    return settings
        .get(LogAlarmProperty.THRESHOLD)
        .toOptional()
        .filter(text -> Amount.decimal(text).isEmpty())
        .map(text -> cannotBe(LogAlarmProperty.THRESHOLD, text));
  }

  private Optional<String> within(LogAlarmProperty property, long least, long most) {
    return settings
        .get(property)
        .toOptional()
        .filter(text -> settings.count(property).filter(n -> n >= least && n <= most).isEmpty())
        .map(
            text ->
                cannotBe(property, text) + ": it is a whole number from " + least + " to " + most);
  }

  private static String cannotBe(LogAlarmProperty property, String text) {
    return "`" + property.text() + "` cannot be `" + text + "`";
  }

  private Optional<String> moreThanEvaluated() {
    Optional<Long> m = settings.count(LogAlarmProperty.RESULTS_TO_ALARM);
    Optional<Long> n = settings.count(LogAlarmProperty.RESULTS_TO_EVALUATE);
    return m.isPresent() && n.isPresent() && m.get() > n.get()
        ? Optional.of(
            "`%s` %d is more than `%s` %d"
                .formatted(
                    LogAlarmProperty.RESULTS_TO_ALARM.text(),
                    m.get(),
                    LogAlarmProperty.RESULTS_TO_EVALUATE.text(),
                    n.get()))
        : Optional.empty();
  }

  private Optional<String> emptyWindow() {
    return settings.runs().isEmpty()
        ? Optional.of(
            "`%s` %s is not more than `%s` %s"
                .formatted(
                    LogAlarmProperty.START_TIME_OFFSET.text(),
                    settings.get(LogAlarmProperty.START_TIME_OFFSET).orElse("at its furthest"),
                    LogAlarmProperty.END_TIME_OFFSET.text(),
                    settings.get(LogAlarmProperty.END_TIME_OFFSET).orElse("0")))
        : Optional.empty();
  }

  private Optional<String> linesWithoutRole() {
    boolean lines = settings.count(LogAlarmProperty.LOG_LINES).filter(n -> n > 0).isPresent();
    return lines && settings.get(LogAlarmProperty.LOG_LINES_ROLE).isUnset()
        ? Optional.of(
            "`%s` is set without `%s`"
                .formatted(
                    LogAlarmProperty.LOG_LINES.text(), LogAlarmProperty.LOG_LINES_ROLE.text()))
        : Optional.empty();
  }

  /** True if the API will refuse it. */
  boolean any() {
    return answer().holds() == Truth.NO;
  }
}
