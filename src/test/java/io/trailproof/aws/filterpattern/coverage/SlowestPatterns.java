package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Run by hand: of many seeded random patterns, those that take longest for the 16 events of the
 * benchmark, to be kept in {@code fixtures/filterpattern/hostile.txt}.
 */
final class SlowestPatterns {
  private static final int KEPT = 8;
  private static final int REPEATED = 200;
  private static final long SEED = 20_260_501;

  private record Timed(String pattern, long nanos) {}

  private SlowestPatterns() {}

  /** Takes the number of patterns to try. */
  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[0]);
    Random random = new Random(SEED);
    List<Timed> slowest = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = HostilePatterns.next(random);
      slowest.add(new Timed(text, nanos(text)));
      if (slowest.size() == 4 * REPEATED) {
        slowest = first(slowest, REPEATED);
      }
    }
    List<Timed> again = first(slowest, REPEATED).stream().map(SlowestPatterns::repeated).toList();
    first(again, KEPT)
        .forEach(one -> System.out.printf("%.2f ms: %s%n", one.nanos() / 1e6, one.pattern()));
  }

  private static List<Timed> first(List<Timed> patterns, int count) {
    return new ArrayList<>(
        patterns.stream()
            .sorted(Comparator.comparingLong(Timed::nanos).reversed())
            .limit(count)
            .toList());
  }

  /** The best of some tries: what is left is the pattern's own doing. */
  private static Timed repeated(Timed one) {
    long best = IntStream.range(0, 5).mapToLong(i -> nanos(one.pattern())).min().orElseThrow();
    return new Timed(one.pattern(), best);
  }

  /** Processor time, because other work shares the machine. */
  private static long nanos(String text) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    FilterPattern pattern = CoverageTest.pattern(text);
    for (String event : CoverageTest.CIS_EVENTS) {
      Coverage.of(List.of(pattern), Scenario.event("iam.amazonaws.com", event));
    }
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }
}
