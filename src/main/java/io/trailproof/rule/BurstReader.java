package io.trailproof.rule;

import io.trailproof.aws.alarm.Burst;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how many events within which time have to set off an alarm: {@code times} and {@code
 * within}.
 */
final class BurstReader {
  private static final String TIMES = "times";
  private static final String WITHIN = "within";

  /** What an alarm looks at is never longer (F75). */
  private static final long WEEK = 604_800;

  private static final Pattern COUNT = Pattern.compile("[2-9]|[1-9][0-9]{1,2}|1000");
  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([smh])");

  private BurstReader() {}

  /** The burst of an entry; what is wrong with it is said to the entry's reader. */
  static Burst read(MappingReader entry) {
    Optional<String> times = entry.text(TIMES);
    Optional<String> within = entry.text(WITHIN);
    if (entry.get(TIMES).isEmpty() && entry.get(WITHIN).isEmpty()) {
      return Burst.ONE;
    }
    Optional<Integer> count =
        times.filter(text -> COUNT.matcher(text).matches()).map(Integer::valueOf);
    Optional<Long> seconds = within.flatMap(BurstReader::seconds);
    if (times.isPresent() && count.isEmpty()) {
      entry.problem(RuleError.TIMES, place(entry, TIMES));
    }
    if (within.isPresent() && seconds.isEmpty()) {
      entry.problem(RuleError.WITHIN, place(entry, WITHIN));
    }
    if (entry.get(WITHIN).isEmpty()) {
      entry.problem(RuleError.WITHOUT, place(entry, TIMES), TIMES, WITHIN);
    }
    if (entry.get(TIMES).isEmpty()) {
      entry.problem(RuleError.WITHOUT, place(entry, WITHIN), WITHIN, TIMES);
    }
    return count.flatMap(most -> seconds.map(time -> new Burst(most, time))).orElse(Burst.ONE);
  }

  private static Optional<Long> seconds(String text) {
    Matcher duration = DURATION.matcher(text);
    if (!duration.matches()) {
      return Optional.empty();
    }
    long unit =
        switch (duration.group(2)) {
          case "s" -> 1;
          case "m" -> 60;
          default -> 3_600;
        };
    return Optional.of(Long.parseLong(duration.group(1)) * unit).filter(all -> all <= WEEK);
  }

  private static Span place(MappingReader entry, String key) {
    return entry.get(key).map(Node::span).orElse(entry.span());
  }
}
