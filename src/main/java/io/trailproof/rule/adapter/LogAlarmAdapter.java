package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.query.LogAlarmProperty;
import io.trailproof.aws.alarm.query.LogAlarmSettings;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Partial;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.Map;

/** A log alarm, in the words of the alarm engine. */
public final class LogAlarmAdapter {
  private static final Map<LogAlarmProperty, String> PROPERTIES =
      Map.ofEntries(
          Map.entry(LogAlarmProperty.COMPARISON_OPERATOR, "comparisonOperator"),
          Map.entry(LogAlarmProperty.THRESHOLD, "threshold"),
          Map.entry(LogAlarmProperty.RESULTS_TO_EVALUATE, "resultsToEvaluate"),
          Map.entry(LogAlarmProperty.RESULTS_TO_ALARM, "resultsToAlarm"),
          Map.entry(LogAlarmProperty.TREAT_MISSING_DATA, "missingData"),
          Map.entry(LogAlarmProperty.SCHEDULE, "schedule"),
          Map.entry(LogAlarmProperty.START_TIME_OFFSET, "startOffset"),
          Map.entry(LogAlarmProperty.END_TIME_OFFSET, "endOffset"),
          Map.entry(LogAlarmProperty.LOG_LINES, "logLines"),
          Map.entry(LogAlarmProperty.LOG_LINES_ROLE, "logLinesRole"));

  private LogAlarmAdapter() {}

  /** What is set of the log alarm at hand. */
  public static LogAlarmSettings settings(Step step) {
    LogAlarmSettings settings = LogAlarmSettings.none();
    for (LogAlarmProperty property : LogAlarmProperty.values()) {
      settings = settings.with(property, text(step, property(property)));
    }
    return settings;
  }

  private static Partial<String> text(Step step, String property) {
    Value value = step.graph().property(step.resource(), property);
    return value.isAbsent()
        ? Partial.unset()
        : value
            .asText()
            .map(Partial::known)
            .orElseGet(() -> Partial.unknown(Shown.unknown(step, property, value)));
  }

  /** The canonical property that a property of the engine stands for. */
  public static String property(LogAlarmProperty property) {
    return PROPERTIES.getOrDefault(property, property.text());
  }
}
