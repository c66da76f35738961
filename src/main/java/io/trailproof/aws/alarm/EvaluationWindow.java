package io.trailproof.aws.alarm;

import io.trailproof.kleene.Truth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The windows that an alarm is evaluated over when their borders follow the wall clock and do not
 * slide along: at the full hour, at midnight of a time zone (F235).
 *
 * <p>Which datapoints breach does not change by it, only when they are looked at.
 */
public final class EvaluationWindow {
  /** The lengths of a window in seconds that the API takes. */
  private static final Set<String> PERIODS = Set.of("60", "300", "3600", "86400", "604800");

  private static final Pattern OFFSET =
      Pattern.compile("(?:UTC|GMT)?[+-](\\d{1,2})(?::?(\\d{2}))?");
  private static final int STEP_OF_OFFSETS = 5;

  private EvaluationWindow() {}

  /**
   * The first period that the API refuses beside a window of the wall clock; empty if it takes all.
   *
   * @param periods in seconds, as they are written
   */
  public static Optional<String> refusedPeriod(List<String> periods) {
    return periods.stream().filter(period -> !PERIODS.contains(period)).findFirst();
  }

  /**
   * Whether the API takes a time zone: an offset in steps of five minutes, or a name; unknown for a
   * name that no list at hand has.
   */
  public static Truth takesZone(String zone) {
    Matcher offset = OFFSET.matcher(zone);
    if (offset.matches()) {
      String minutes = offset.group(2) == null ? "0" : offset.group(2);
      return Truth.of(Integer.parseInt(minutes) % STEP_OF_OFFSETS == 0);
    }
    return ZoneId.getAvailableZoneIds().contains(zone) ? Truth.YES : Truth.UNKNOWN;
  }
}
