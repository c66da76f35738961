package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.Marks.Mark;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** An alarm played through: from quiet, over one event or two, to quiet again. */
record Simulation(Evaluation evaluation, Marks marks) {

  /**
   * How many more datapoints than N may be looked at; the documentation's example has two (F66).
   */
  private static final int EXTRA = 2;

  private static final long HOUR = 3600;

  /** The state before anything happens, from the birth of the alarm on (F73). */
  AlarmState idle() {
    return evaluation.next(
        AlarmState.INSUFFICIENT_DATA, Collections.nCopies(evaluation.periods(), marks.idle()));
  }

  /** How many periods after one event the alarm enters ALARM, counted from the event's own. */
  OptionalInt delay() {
    List<Integer> entries = entries(List.of(0), 0);
    return entries.isEmpty() ? OptionalInt.empty() : OptionalInt.of(entries.get(0) + 1);
  }

  /**
   * How many periods after the first of some datapoints in a row the alarm enters ALARM, counted
   * from the first one's own.
   */
  OptionalInt delay(List<Mark> row) {
    AlarmState state = idle();
    int range = evaluation.periods();
    for (int now = 0; now <= row.size() + range; now++) {
      Mark[] window = new Mark[range];
      Arrays.fill(window, marks.idle());
      for (int age = 0; age <= Math.min(now, range - 1); age++) {
        if (now - age < row.size()) {
          window[age] = row.get(now - age);
        }
      }
      AlarmState next = evaluation.next(state, Arrays.asList(window));
      if (next == AlarmState.ALARM && state != AlarmState.ALARM) {
        return OptionalInt.of(now + 1);
      }
      state = next;
    }
    return OptionalInt.empty();
  }

  /** Whether a second event an hour later enters ALARM once more, however the periods fall. */
  Truth again(long period) {
    Set<Integer> distances = new TreeSet<>();
    distances.add((int) (HOUR / period));
    distances.add((int) ((HOUR + period - 1) / period));
    List<Truth> answers = new ArrayList<>();
    for (int distance : distances) {
      for (int extra = 0; extra <= EXTRA; extra++) {
        answers.add(Truth.of(entries(List.of(0, distance), extra).size() > 1));
      }
    }
    return answers.stream().reduce(Truth::agree).orElseThrow();
  }

  /** The steps at which ALARM is entered when events fall into the periods named, in order. */
  private List<Integer> entries(List<Integer> events, int extra) {
    List<Integer> entries = new ArrayList<>();
    int range = evaluation.periods() + extra;
    AlarmState state = idle();
    int end = events.get(events.size() - 1) + range + 1;
    for (int now = 0; now <= end; now++) {
      AlarmState next = evaluation.next(state, window(events, now, range));
      if (next == AlarmState.ALARM && state != AlarmState.ALARM) {
        entries.add(now);
      }
      state = next;
    }
    return entries;
  }

  private List<Mark> window(List<Integer> events, int now, int range) {
    Mark[] window = new Mark[range];
    Arrays.fill(window, marks.idle());
    for (int event : events) {
      int age = now - event;
      if (age >= 0 && age < range) {
        window[age] =
            events.indexOf(event) == events.lastIndexOf(event) ? marks.one() : marks.two();
      }
    }
    return Arrays.asList(window);
  }
}
