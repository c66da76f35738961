package io.trailproof.aws.alarm.query;

import io.trailproof.kleene.Partial;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a query runs and which records a run reads, all in seconds (F222): those whose timestamp
 * lies from {@code start} to {@code end} before the run.
 *
 * @param rate from one run to the next
 * @param start how far a run looks back
 * @param end how long before a run its window ends; unset is 0
 */
record QueryRuns(Partial<Long> rate, Partial<Long> start, Partial<Long> end) {
  /**
   * How late a record may come to be there for a query; what AWS used to state of a trail (F223).
   */
  static final long LATENESS = 900;

  /** The furthest that a window may reach (F221). */
  static final long FURTHEST = 2_592_000;

  /** Nothing runs more often (F224). */
  private static final long MOST_OFTEN = 60;

  private static final Pattern RATE =
      Pattern.compile(
          "rate\\((?:1 (minute|hour|day)|([2-9]|[1-9][0-9]{1,5}) (minute|hour|day)s)\\)");

  /** The seconds of a {@code rate(…)}; empty for whatever else a schedule may be (F224). */
  static Optional<Long> seconds(String schedule) {
    Matcher rate = RATE.matcher(schedule);
    if (!rate.matches()) {
      return Optional.empty();
    }
    boolean one = rate.group(1) != null;
    long count = one ? 1 : Long.parseLong(rate.group(2));
    return Optional.of(
        count
            * switch (one ? rate.group(1) : rate.group(3)) {
              case "minute" -> 60;
              case "hour" -> 3_600;
              default -> 86_400;
            });
  }

  /** The first of the three of which nothing can be told. */
  Optional<String> whyUnknown() {
    return rate.whyUnknown().or(start::whyUnknown).or(end::whyUnknown);
  }

  /** Whether the window is empty whatever is not known. */
  boolean isEmpty() {
    return longestStart() <= shortestEnd();
  }

  /** The runs that every record is in, however early it is there, as far as is certain. */
  long runsOfEach() {
    return Math.floorDiv(longestStart() - shortestEnd(), rate.orElse(MOST_OFTEN));
  }

  /** The runs that see a record that comes that late, where everything is known. */
  long runsOfLate() {
    return Math.floorDiv(
        longestStart() - Math.max(LATENESS, shortestEnd()), rate.orElse(MOST_OFTEN));
  }

  /** How late a record may be and still be in so many runs. */
  long lateFor(long runs) {
    return longestStart() - runs * rate.orElse(MOST_OFTEN);
  }

  /** How far back a run has to look so that a record in time is in so many runs. */
  long enough(long runs) {
    return runs * rate.orElse(MOST_OFTEN) + Math.max(LATENESS, shortestEnd());
  }

  /** The seconds of every {@code rate} that are in no window. */
  long gap() {
    return rate.orElse(MOST_OFTEN) - longestStart() + shortestEnd();
  }

  /** How long a window is. */
  long length() {
    return longestStart() - shortestEnd();
  }

  private long longestStart() {
    return start.orElse(FURTHEST);
  }

  private long shortestEnd() {
    return end.orElse(0L);
  }
}
