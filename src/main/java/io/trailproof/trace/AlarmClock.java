package io.trailproof.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An alarm looked at minute by minute, over windows that slide along, from its birth over the
 * record to long after it.
 *
 * @param samples what the metric gets in the minute of the record
 * @param quiet what it gets in every other minute; nothing where nothing is published
 */
record AlarmClock(Settings settings, List<BigDecimal> samples, List<BigDecimal> quiet) {
  /** How many more periods than it asks for an alarm may look back over (F66). */
  private static final int[] EXTRA = {0, 2};

  /** When a second record comes, in minutes after the first. */
  private static final int SECOND = 60;

  AlarmClock {
    samples = List.copyOf(samples);
    quiet = List.copyOf(quiet);
  }

  /** The states of an alarm. */
  enum State {
    OK,
    ALARM,
    INSUFFICIENT_DATA
  }

  /** What the datapoint of a period is to an alarm. */
  private enum Point {
    MISSING,
    FINE,
    BREACHING
  }

  /**
   * The settings of an alarm, all of them known.
   *
   * @param minutes the length of a period
   */
  record Settings(
      String statistic,
      int minutes,
      int periods,
      int datapoints,
      String operator,
      BigDecimal threshold,
      String missing) {}

  /**
   * A change of state.
   *
   * @param minute after the record; before it, at the record's birth, it is negative
   */
  record Change(int minute, State from, State to) {}

  /**
   * What one record does.
   *
   * @param before the state before it
   * @param changes those after it, in order
   * @param again whether a second record an hour later makes it change to ALARM once more
   */
  record Course(State before, List<Change> changes, boolean again) {
    Course {
      changes = List.copyOf(changes);
    }

    /** When the alarm goes off. */
    Optional<Change> goesOff() {
      return changes.stream().filter(one -> one.to() == State.ALARM).findFirst();
    }

    /** When it leaves ALARM afterwards. */
    Optional<Change> leaves() {
      return changes.stream().filter(one -> one.from() == State.ALARM).findFirst();
    }
  }

  /** What the record does; empty where that hangs on how far the alarm looks back. */
  Optional<Course> course() {
    Course first = course(EXTRA[0]);
    Course other = course(EXTRA[1]);
    boolean alike =
        first.goesOff().isPresent() == other.goesOff().isPresent()
            && first.before() == other.before();
    return alike ? Optional.of(first) : Optional.empty();
  }

  private Course course(int extra) {
    List<Change> one = changes(extra, List.of(0));
    State before =
        one.stream()
            .filter(change -> change.minute() <= 0)
            .reduce((a, b) -> b)
            .map(Change::to)
            .orElse(State.INSUFFICIENT_DATA);
    long alarms =
        changes(extra, List.of(0, SECOND)).stream()
            .filter(change -> change.minute() > 0 && change.to() == State.ALARM)
            .count();
    return new Course(
        before, one.stream().filter(change -> change.minute() > 0).toList(), alarms > 1);
  }

  private List<Change> changes(int extra, List<Integer> records) {
    Point[] points = new Point[records.size() + 1];
    for (int i = 0; i < points.length; i++) {
      points[i] = point(i);
    }
    int range = settings.periods + extra;
    int last = records.get(records.size() - 1) + range * settings.minutes + 1;
    List<Change> changes = new ArrayList<>();
    State state = State.INSUFFICIENT_DATA;
    for (int minute = 0; minute <= last; minute++) {
      Point[] window = new Point[range];
      for (int age = 0; age < range; age++) {
        window[age] = points[count(records, minute, age)];
      }
      State next = next(state, window);
      if (next != state) {
        changes.add(new Change(minute, state, next));
      }
      state = next;
    }
    return changes;
  }

  /** How many of the records fall into a period of an age; one that comes now is not in yet. */
  private int count(List<Integer> records, int minute, int age) {
    int end = minute - age * settings.minutes;
    int count = 0;
    for (int record : records) {
      count += record < end && record >= end - settings.minutes ? 1 : 0;
    }
    return count;
  }

  /** The datapoint of a period with so many records. */
  private Point point(int records) {
    List<BigDecimal> all = new ArrayList<>();
    for (int minute = 0; minute < settings.minutes; minute++) {
      all.addAll(minute < records ? samples : quiet);
    }
    if (all.isEmpty()) {
      return Point.MISSING;
    }
    return breaches(value(all).compareTo(settings.threshold)) ? Point.BREACHING : Point.FINE;
  }

  private BigDecimal value(List<BigDecimal> all) {
    BigDecimal sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (settings.statistic) {
      case "Sum" -> sum;
      case "SampleCount" -> BigDecimal.valueOf(all.size());
      case "Average" -> sum.divide(BigDecimal.valueOf(all.size()), MathContext.DECIMAL128);
      case "Minimum" -> all.stream().reduce(BigDecimal::min).orElseThrow();
      case "Maximum" -> all.stream().reduce(BigDecimal::max).orElseThrow();
      default -> throw new IllegalStateException(settings.statistic);
    };
  }

  private boolean breaches(int sign) {
    return switch (settings.operator) {
      case "GreaterThanOrEqualToThreshold" -> sign >= 0;
      case "GreaterThanThreshold" -> sign > 0;
      case "LessThanThreshold" -> sign < 0;
      case "LessThanOrEqualToThreshold" -> sign <= 0;
      default -> throw new IllegalStateException(settings.operator);
    };
  }

  /** The page on missing data, line by line; the newest point comes first (F66 to F71). */
  private State next(State state, Point[] window) {
    int seen = 0;
    int bad = 0;
    int oldestBad = 0;
    for (int age = 0; age < window.length && seen < settings.periods; age++) {
      if (window[age] == Point.MISSING) {
        continue;
      }
      seen++;
      if (window[age] == Point.BREACHING) {
        bad++;
        oldestBad = age + 1;
      }
    }
    int gaps = settings.periods - seen;
    if (bad >= settings.datapoints) {
      return State.ALARM;
    }
    if (gaps == 0) {
      return State.OK;
    }
    boolean somethingFine = seen > bad;
    return switch (settings.missing) {
      case "breaching" -> bad + gaps >= settings.datapoints ? State.ALARM : State.OK;
      case "notBreaching" -> State.OK;
      case "ignore" -> somethingFine ? State.OK : state;
      case "missing" ->
          somethingFine
              ? State.OK
              : bad > 0 && oldestBad >= settings.datapoints ? State.ALARM : State.INSUFFICIENT_DATA;
      default -> throw new IllegalStateException(settings.missing);
    };
  }
}
