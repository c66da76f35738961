package io.trailproof.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the cases of one target and keeps what was found: the first of each kind, made small. */
final class FuzzRun {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int MOST_KINDS = 12;

  private final FuzzTarget target;
  private final FuzzSettings settings;
  private final Path folder;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final List<String> reports = new ArrayList<>();
  private int cases;
  private long slowestNanos;
  private long slowestSeed;

  /**
   * A run of a target.
   *
   * @param folder for the files of cases, which is emptied for each
   */
  FuzzRun(FuzzTarget target, FuzzSettings settings, Path folder) {
    this.target = target;
    this.settings = settings;
    this.folder = folder;
  }

  /** Runs so many cases. */
  void cases(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      one(settings.seed() + i);
    }
  }

  /** Runs cases until a moment of {@link System#nanoTime}. */
  void until(long end) throws IOException {
    for (long seed = settings.seed(); System.nanoTime() - end < 0; seed++) {
      one(seed);
    }
  }

  private void one(long seed) throws IOException {
    cases++;
    long start = THREADS.getCurrentThreadCpuTime();
    Specimen specimen = target.maker().make(FuzzTarget.random(seed));
    Optional<Fault> fault = fault(specimen);
    long spent = THREADS.getCurrentThreadCpuTime() - start;
    if (spent > slowestNanos) {
      slowestNanos = spent;
      slowestSeed = seed;
    }
    if (fault.isPresent()) {
      found(seed, specimen, fault.get());
    } else if (settings.cpuSeconds() > 0 && spent > settings.cpuSeconds() * 1_000_000_000L) {
      found(seed, specimen, new Fault("time", spent / 1_000_000 + " ms"));
    }
  }

  private Optional<Fault> fault(Specimen specimen) throws IOException {
    try {
      return target.oracle().fault(specimen, folder);
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(Fault.thrown(e));
    }
  }

  private void found(long seed, Specimen specimen, Fault fault) throws IOException {
    if (counts.merge(fault.kind(), 1, Integer::sum) > 1 || counts.size() > MOST_KINDS) {
      return;
    }
    Specimen small =
        fault.kind().equals("time")
            ? specimen
            : Minimiser.minimised(specimen, fault, target.oracle(), folder);
    Path kept = Path.of("target", "fuzz", target.name() + "-" + seed);
    Outputs.write(small, kept);
    reports.add(
        fault.kind()
            + "\n  again: -Dtrailproof.fuzz.target="
            + target.name()
            + " -Dtrailproof.fuzz.seed="
            + seed
            + " -Dtrailproof.fuzz.cases=1\n  from: "
            + small.story()
            + "\n  called: "
            + small.arguments()
            + "\n  files: "
            + kept
            + ", of which "
            + small.name()
            + " made small:\n"
            + shown(small.bytes())
            + "\n"
            + shown(Seeds.utf8(fault.evidence())));
    Files.writeString(kept.resolve("fault.txt"), reports.get(reports.size() - 1));
  }

  private static String shown(byte[] bytes) {
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    return text.length() > 1500 ? text.substring(0, 1500) + " …" : text;
  }

  /** What it came to, in a line of a table. */
  String line() {
    return "| "
        + target.name()
        + " | "
        + cases
        + " | "
        + (counts.isEmpty() ? "nothing" : counts)
        + " | "
        + slowestNanos / 1_000_000
        + " ms CPU (seed "
        + slowestSeed
        + ") |";
  }

  /** What was found, each kind once. */
  String found() {
    return String.join("\n\n", reports);
  }

  /** True if nothing was found. */
  boolean isClean() {
    return counts.isEmpty();
  }
}
