package io.trailproof.trace;

import io.trailproof.trace.AlarmClock.Change;
import io.trailproof.trace.AlarmClock.Course;
import io.trailproof.trace.AlarmClock.State;
import java.util.Optional;

/** What an alarm does in words. */
final class AlarmWords {
  private AlarmWords() {}

  static String of(Course course) {
    if (course.before() == State.ALARM) {
      return "it is in ALARM before the record as well, so that nothing changes";
    }
    Optional<Change> goesOff = course.goesOff();
    if (goesOff.isEmpty()) {
      return "it stays out of ALARM";
    }
    String second =
        course.again()
            ? "a second record an hour later sets it off again"
            : "a second record an hour later changes nothing";
    return "it goes from "
        + goesOff.get().from()
        + " to ALARM "
        + after(goesOff.get().minute())
        + course
            .leaves()
            .map(one -> " and to " + one.to() + " " + after(one.minute()))
            .orElse(" and stays there")
        + "; a further record in between is silent, and "
        + second;
  }

  private static String after(int minutes) {
    return "after " + minutes + " min";
  }
}
