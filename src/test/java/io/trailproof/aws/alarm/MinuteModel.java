package io.trailproof.aws.alarm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The slow and obvious model of an alarm: minutes with samples, periods cut out of them, every
 * period's end evaluated in turn.
 */
record MinuteModel(
    BigDecimal value,
    @Nullable BigDecimal defaultValue,
    String statistic,
    int minutes,
    int datapoints,
    int periods,
    BigDecimal threshold,
    String operator,
    String missingData) {

  /**
   * What happens: whether the alarm was quiet before, and the periods at whose end it enters ALARM.
   */
  record History(boolean quietBefore, List<Integer> entries) {}

  private int lead() {
    return periods + 3;
  }

  /**
   * The history around events at some minutes after the beginning of the first period that counts.
   */
  History play(List<Integer> eventMinutes, int extra) {
    int first = lead() * minutes;
    int last = first + Collections.max(eventMinutes) + (periods + extra + 2) * minutes;
    TreeMap<Integer, List<BigDecimal>> samples = new TreeMap<>();
    for (int eventMinute : eventMinutes) {
      samples.computeIfAbsent(first + eventMinute, minute -> new ArrayList<>()).add(value);
    }
    for (int minute = 0; minute < last && defaultValue != null; minute++) {
      samples.computeIfAbsent(minute, quiet -> new ArrayList<>(List.of(defaultValue)));
    }
    List<String> points = new ArrayList<>(Collections.nCopies(periods + extra, "-"));
    List<Integer> entries = new ArrayList<>();
    String state = "INSUFFICIENT_DATA";
    boolean quietBefore = true;
    for (int period = 0; (period + 1) * minutes <= last; period++) {
      List<BigDecimal> inside = new ArrayList<>();
      samples.subMap(period * minutes, (period + 1) * minutes).values().forEach(inside::addAll);
      points.add(hasNone(inside) ? "-" : breaches(aggregate(inside)) ? "X" : "0");
      String next = state(state, points.subList(points.size() - periods - extra, points.size()));
      if (period == lead() - 1) {
        quietBefore = !next.equals("ALARM");
      }
      if (period >= lead() && next.equals("ALARM") && !state.equals("ALARM")) {
        entries.add(period - lead());
      }
      state = next;
    }
    return new History(quietBefore, entries);
  }

  /** Whether a period with so many events, all in one minute, breaches. */
  boolean breachesWith(int events) {
    List<BigDecimal> inside = new ArrayList<>(Collections.nCopies(events, value));
    if (defaultValue != null) {
      inside.addAll(Collections.nCopies(minutes - 1, defaultValue));
    }
    return !hasNone(inside) && breaches(aggregate(inside));
  }

  /** Percentiles do not exist where a sample is negative (F167). */
  private boolean hasNone(List<BigDecimal> samples) {
    return samples.isEmpty()
        || (statistic.startsWith("p") && Collections.min(samples).signum() < 0);
  }

  private BigDecimal aggregate(List<BigDecimal> samples) {
    BigDecimal sum = samples.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal count = BigDecimal.valueOf(samples.size());
    return switch (statistic) {
      case "Sum" -> sum;
      case "SampleCount" -> count;
      case "Average" -> sum.divide(count, MathContext.DECIMAL128);
      case "Minimum" -> Collections.min(samples);
      default -> Collections.max(samples);
    };
  }

  private boolean breaches(BigDecimal number) {
    int order = number.compareTo(threshold);
    return switch (operator) {
      case "GreaterThanOrEqualToThreshold" -> order >= 0;
      case "GreaterThanThreshold" -> order > 0;
      case "LessThanThreshold" -> order < 0;
      default -> order <= 0;
    };
  }

  /** The documentation's words, in its order; points come oldest first, `-` is missing. */
  private String state(String before, List<String> points) {
    List<String> real = points.stream().filter(point -> !point.equals("-")).toList();
    if (real.size() >= periods) {
      return alarmIf(breaching(real.subList(real.size() - periods, real.size())) >= datapoints);
    }
    int gaps = periods - real.size();
    if (missingData.equals("breaching")) {
      return alarmIf(breaching(real) + gaps >= datapoints);
    }
    if (missingData.equals("notBreaching") || breaching(real) >= datapoints || real.contains("0")) {
      return alarmIf(breaching(real) >= datapoints);
    }
    if (missingData.equals("ignore")) {
      return before;
    }
    int oldest = points.indexOf("X");
    return oldest >= 0 && points.size() - oldest >= datapoints ? "ALARM" : "INSUFFICIENT_DATA";
  }

  private static String alarmIf(boolean breached) {
    return breached ? "ALARM" : "OK";
  }

  private static int breaching(List<String> points) {
    return Collections.frequency(points, "X");
  }
}
