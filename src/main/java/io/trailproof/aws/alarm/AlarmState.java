package io.trailproof.aws.alarm;

/** The state of an alarm; a new one begins without data (F73). */
public enum AlarmState {
  OK,
  ALARM,
  INSUFFICIENT_DATA
}
