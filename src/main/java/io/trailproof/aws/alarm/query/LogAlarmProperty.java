package io.trailproof.aws.alarm.query;

/** The properties of a log alarm that decide whether it fires (F221). */
public enum LogAlarmProperty {
  COMPARISON_OPERATOR("comparisonOperator"),
  THRESHOLD("threshold"),
  RESULTS_TO_EVALUATE("queryResultsToEvaluate"),
  RESULTS_TO_ALARM("queryResultsToAlarm"),
  TREAT_MISSING_DATA("treatMissingData"),
  SCHEDULE("scheduleExpression"),
  START_TIME_OFFSET("startTimeOffset"),
  END_TIME_OFFSET("endTimeOffset"),
  LOG_LINES("actionLogLineCount"),
  LOG_LINES_ROLE("actionLogLineRoleArn");

  private final String text;

  LogAlarmProperty(String text) {
    this.text = text;
  }

  /** The neutral name of the property, as explanations spell it. */
  public String text() {
    return text;
  }
}
