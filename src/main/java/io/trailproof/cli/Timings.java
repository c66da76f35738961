package io.trailproof.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Where the time of a run went, for who reports a slow one: its phases, and the inputs and rules
 * that took longest. It is told on standard error alone, so that no report differs by it.
 */
final class Timings {
  private static final int MOST = 5;
  private static final long MIB = 1L << 20;

  private final LongSupplier nanoTime;
  private final boolean areAsked;
  private final long start;
  private final Map<Phase, Long> phases = new TreeMap<>();
  private final Map<String, Long> inputs = new LinkedHashMap<>();
  private final Map<String, Long> rules = new LinkedHashMap<>();

  /** What a run does, in order. */
  enum Phase {
    RULES("reading rules and configuration"),
    OPENING("finding inputs and telling what they are"),
    READING("reading inputs"),
    JUDGING("judging"),
    REPORTS("writing reports");

    private final String words;

    Phase(String words) {
      this.words = words;
    }
  }

  /**
   * The times of a run that starts now.
   *
   * @param nanoTime nanoseconds since whenever
   * @param areAsked false if nobody will hear of them: of any number of inputs no name is kept
   */
  Timings(LongSupplier nanoTime, boolean areAsked) {
    this.nanoTime = nanoTime;
    this.areAsked = areAsked;
    this.start = nanoTime.getAsLong();
  }

  /** Nanoseconds, to be handed to what ends. */
  long now() {
    return nanoTime.getAsLong();
  }

  /** Something of a phase ends that began at a time. */
  synchronized void ended(Phase phase, long began) {
    phases.merge(phase, nanoTime.getAsLong() - began, Long::sum);
  }

  /** The inputs of a deployment are done with, which were begun at a time. */
  synchronized void doneWith(List<String> of, long began) {
    if (!areAsked) {
      return;
    }
    String name = of.isEmpty() ? "nothing" : of.get(0);
    int more = of.size() - 1;
    inputs.merge(
        more > 0 ? name + " and " + more + " more together" : name,
        nanoTime.getAsLong() - began,
        Long::sum);
  }

  /** A rule was judged. */
  synchronized void judged(String rule, long began) {
    long took = nanoTime.getAsLong() - began;
    phases.merge(Phase.JUDGING, took, Long::sum);
    rules.merge(rule, took, Long::sum);
  }

  /** Says it all, if it is asked for. */
  void say(Terminal terminal) {
    if (!areAsked) {
      return;
    }
    PrintStream err = terminal.err();
    StringBuilder said = new StringBuilder("timings: ");
    long all = nanoTime.getAsLong() - start;
    seconds(all, said).append(" in all");
    ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .ifPresent(
            cpu ->
                seconds(cpu.toNanos(), said.append(", "))
                    .append(" of processor time with the start of Java"));
    Runtime java = Runtime.getRuntime();
    said.append(", ")
        .append((java.totalMemory() - java.freeMemory()) / MIB)
        .append(" of at most ")
        .append(java.maxMemory() / MIB)
        .append(" MiB in use at the end\n");
    phases.forEach((phase, took) -> line(phase.words, took, said));
    if (phases.values().stream().mapToLong(Long::longValue).sum() > all) {
      said.append("  (of what ran side by side, the times are added up)\n");
    }
    slowest("inputs", inputs, terminal, said);
    slowest("rules", rules, terminal, said);
    err.print(said);
    err.flush();
  }

  private static void slowest(
      String what, Map<String, Long> times, Terminal terminal, StringBuilder into) {
    List<Map.Entry<String, Long>> order = new ArrayList<>(times.entrySet());
    order.sort(Comparator.comparing(Map.Entry<String, Long>::getValue).reversed());
    if (order.isEmpty()) {
      return;
    }
    into.append(order.size() > MOST ? "the slowest of " + order.size() + " " + what : what)
        .append(":\n");
    for (Map.Entry<String, Long> one : order.subList(0, Math.min(MOST, order.size()))) {
      line(terminal.bare().plain(one.getKey()), one.getValue(), into);
    }
  }

  private static void line(String what, long nanos, StringBuilder into) {
    seconds(nanos, into.append("  ")).append("  ").append(what).append('\n');
  }

  /** Hundredths are as fine as such a time is worth. */
  private static StringBuilder seconds(long nanos, StringBuilder into) {
    long hundredths = (nanos + 5_000_000) / 10_000_000;
    long rest = hundredths % 100;
    return into.append(hundredths / 100).append(rest < 10 ? ".0" : ".").append(rest).append(" s");
  }
}
