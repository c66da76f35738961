package io.trailproof.aws.alarm;

import io.trailproof.kleene.Truth;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a mute rule mutes: windows of one length, each beginning where a cron expression of five
 * fields says (F170).
 */
public final class MuteSchedule {
  private static final Pattern CRON = Pattern.compile("cron\\(\\s*(.*?)\\s*\\)");
  private static final Pattern ONCE = Pattern.compile("at\\(.*\\)");
  private static final Pattern PART =
      Pattern.compile("(\\*|\\?|\\d{1,2})(?:-(\\d{1,2}))?(?:/(\\d{1,2}))?");
  private static final int FIELDS = 5;
  private static final int MINUTES_OF_DAY = 1440;

  /** A leap year and the three after it: every date and every day of the week. */
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2028, 1, 1);

  private MuteSchedule() {}

  /**
   * Whether the windows leave no minute between them; unknown for what is no such text.
   *
   * @param expression {@code cron(minute hour day month weekday)}, or {@code at(…)} for one window
   * @param duration the length of a window as ISO 8601 writes it: {@code PT4H}, {@code P1D}
   */
  public static Truth leavesNoGap(String expression, String duration) {
    if (ONCE.matcher(expression).matches()) {
      return Truth.NO;
    }
    Matcher cron = CRON.matcher(expression);
    Optional<Long> minutes = minutes(duration);
    if (!cron.matches() || minutes.isEmpty()) {
      return Truth.UNKNOWN;
    }
    Optional<Long> distance = longestDistance(cron.group(1).split("\\s+"));
    return distance.map(apart -> Truth.of(apart <= minutes.get())).orElse(Truth.UNKNOWN);
  }

  private static Optional<Long> minutes(String duration) {
    try {
      return Optional.of(Duration.parse(duration).toMinutes());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /** The most minutes from one beginning to the next. */
  private static Optional<Long> longestDistance(String[] fields) {
    if (fields.length != FIELDS || (isNarrow(fields[2]) && isNarrow(fields[4]))) {
      return Optional.empty(); // whether both or one of two days must fit is not documented
    }
    SortedSet<Integer> minutes = numbers(fields[0], 0, 59);
    SortedSet<Integer> hours = numbers(fields[1], 0, 23);
    SortedSet<Integer> days = numbers(fields[2], 1, 31);
    SortedSet<Integer> months = numbers(fields[3], 1, 12);
    SortedSet<Integer> weekdays = numbers(fields[4], 0, 7);
    if (minutes.isEmpty()
        || hours.isEmpty()
        || days.isEmpty()
        || months.isEmpty()
        || weekdays.isEmpty()) {
      return Optional.empty();
    }
    long longest = 0;
    long before = -1;
    for (LocalDate date = FIRST; date.isBefore(LAST); date = date.plusDays(1)) {
      int weekday = date.getDayOfWeek().getValue();
      boolean fits =
          months.contains(date.getMonthValue())
              && days.contains(date.getDayOfMonth())
              && (weekdays.contains(weekday) || (weekday == 7 && weekdays.contains(0)));
      long midnight = date.toEpochDay() * MINUTES_OF_DAY;
      for (int hour : fits ? hours : new TreeSet<Integer>()) {
        for (int minute : minutes) {
          long now = midnight + hour * 60L + minute;
          longest = before < 0 ? longest : Math.max(longest, now - before);
          before = now;
        }
      }
    }
    return longest == 0 ? Optional.empty() : Optional.of(longest);
  }

  private static boolean isNarrow(String field) {
    return !field.equals("*") && !field.equals("?");
  }

  /** The numbers that a field names; empty if it is not understood. */
  private static SortedSet<Integer> numbers(String field, int least, int most) {
    SortedSet<Integer> all = new TreeSet<>();
    for (String part : field.split(",", -1)) {
      Matcher match = PART.matcher(part);
      if (!match.matches()) {
        return new TreeSet<>();
      }
      boolean any = !Character.isDigit(part.charAt(0));
      int from = any ? least : Integer.parseInt(match.group(1));
      int step = match.group(3) == null ? 1 : Integer.parseInt(match.group(3));
      boolean open = any || (match.group(3) != null && match.group(2) == null);
      int to = match.group(2) != null ? Integer.parseInt(match.group(2)) : open ? most : from;
      if (from < least || to > most || step == 0) {
        return new TreeSet<>();
      }
      for (int number = from; number <= to; number += step) {
        all.add(number);
      }
    }
    return all;
  }
}
