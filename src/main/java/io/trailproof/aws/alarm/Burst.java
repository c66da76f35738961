package io.trailproof.aws.alarm;

/**
 * So many matching events within a time, at any instants of it: what an alarm has to go off for.
 *
 * @param times the number of events
 * @param seconds the time from the first to the last of them, at most
 */
public record Burst(int times, long seconds) {
  /** One event, which nothing has to come along with. */
  public static final Burst ONE = new Burst(1, 0);

  private static final long MINUTE = 60;
  static final long HOUR = 3_600;
  private static final long DAY = 86_400;

  /** Whether it is one event. */
  public boolean isOne() {
    return times == 1;
  }

  /** The most windows of a length, side by side, that its events may fall into. */
  public long mostWindows(long length) {
    return ceiling(seconds, length) + 1;
  }

  /**
   * How many of its events may lie so far from each other that no window of a length holds two of
   * them, whether windows stand side by side or slide along by minutes.
   */
  public long mostApart(long length) {
    return ceiling(seconds, MINUTE) * MINUTE / Math.max(length, MINUTE) + 1;
  }

  private static long ceiling(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /** The burst in words: "one event", "3 events within 5 minutes". */
  public String text() {
    return isOne() ? "one event" : times + " events within " + duration();
  }

  private String duration() {
    if (seconds % DAY == 0) {
      return count(seconds / DAY, "day");
    }
    if (seconds % HOUR == 0) {
      return count(seconds / HOUR, "hour");
    }
    return seconds % MINUTE == 0 ? count(seconds / MINUTE, "minute") : count(seconds, "second");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
