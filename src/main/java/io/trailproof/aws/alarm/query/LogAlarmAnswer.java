package io.trailproof.aws.alarm.query;

import io.trailproof.kleene.Truth;
import java.util.List;

/**
 * Whether one aspect of a log alarm lets a record set it off.
 *
 * @param holds yes, no, or not to be told
 * @param explanation what makes it so, in words; for a yes what it rests on, empty if on nothing
 * @param warnings what is worth knowing though it holds
 */
public record LogAlarmAnswer(Truth holds, String explanation, List<String> warnings) {
  public LogAlarmAnswer {
    warnings = List.copyOf(warnings);
  }

  static LogAlarmAnswer yes(List<String> warnings) {
    return new LogAlarmAnswer(Truth.YES, "", warnings);
  }

  /** It holds if something holds that no input can show. */
  static LogAlarmAnswer yesIf(String assumption, List<String> warnings) {
    return new LogAlarmAnswer(Truth.YES, assumption, warnings);
  }

  static LogAlarmAnswer no(String explanation) {
    return new LogAlarmAnswer(Truth.NO, explanation, List.of());
  }

  static LogAlarmAnswer unknown(String explanation) {
    return new LogAlarmAnswer(Truth.UNKNOWN, explanation, List.of());
  }
}
