package io.trailproof.benchmarks;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Reading a pattern and deciding which of the 16 events of the benchmark it covers.
 *
 * <p>What other work on the machine costs is in the times that JMH samples; the processor time that
 * is printed beside them is the pattern's own.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@State(Scope.Thread)
public class PatternCoverage {
  private static final String BENCHMARK = "cis";

  /** The pattern of CIS 4.4, and the names in {@code fixtures/filterpattern/hostile.txt}. */
  @Param({
    "cis",
    "arn-excludes",
    "event-id-excludes",
    "event-id-includes-any",
    "event-id-includes-all",
    "not-all-excluded",
    "2-dnf",
    "3-dnf",
    "cnf",
    "regex-wide",
    "regex-tail",
    "regex-against-regex",
    "wildcard-root",
    "wildcard-deep",
    "terms",
    "optional-terms",
    "excluded-terms",
    "many-selectors-absent",
    "parity",
    "numbers",
    "arrays",
    "random-1",
    "random-2",
    "random-3",
    "random-4",
    "random-5",
    "random-6",
    "random-7",
    "random-8"
  })
  public String name;

  private final List<Long> nanos = new ArrayList<>();
  private String text;
  private boolean measured;

  /** Run in the root of the repository, as {@code benchmarks/run} does. */
  @Setup
  public void read() {
    Map<String, String> hostile = hostile();
    text = name.equals(BENCHMARK) ? Chains.PATTERN : hostile.get(name);
    if (text == null) {
      throw new IllegalArgumentException(name + " is none of " + hostile.keySet());
    }
  }

  @Setup(Level.Iteration)
  public void begin(IterationParams iteration) {
    measured = iteration.getType() == IterationType.MEASUREMENT;
  }

  @TearDown
  public void print() {
    Collections.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "processor time of %s: median %.1f, p99.9 %.1f, most %.1f ms%n",
        name,
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get((int) (nanos.size() * 0.999)) / 1e6,
        nanos.get(nanos.size() - 1) / 1e6);
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Map<String, String> hostile() {
    Map<String, String> patterns = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(Path.of("fixtures/filterpattern/hostile.txt"))) {
        if (!line.startsWith("#")) {
          int colon = line.indexOf(": ");
          patterns.put(line.substring(0, colon), line.substring(colon + 2));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return patterns;
  }

  /** What {@code trailproof pattern} has to find out. */
  @Benchmark
  public void sixteenEvents(Blackhole hole) {
    long start = processorTime();
    FilterPattern pattern =
        FilterPattern.parse(text)
            .match(
                accepted -> accepted.pattern(),
                rejected -> {
                  throw new IllegalStateException(rejected.rejections().toString());
                });
    for (String event : Chains.events()) {
      hole.consume(Coverage.of(List.of(pattern), Scenario.event("iam.amazonaws.com", event)));
    }
    if (measured) {
      nanos.add(processorTime() - start);
    }
  }
}
