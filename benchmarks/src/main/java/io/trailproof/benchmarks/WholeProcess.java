package io.trailproof.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Times whole processes, from start to exit: two commands in turn, so that both see the same
 * machine.
 */
public final class WholeProcess {
  private static final long LOOK_MILLIS = 5;
  private static final String BETWEEN = "--vs";

  private WholeProcess() {}

  /**
   * One run.
   *
   * @param seconds from start to exit
   * @param peakMiB the most memory that was resident; 0 where {@code /proc} does not tell
   */
  private record Run(double seconds, double peakMiB) {}

  /**
   * Runs a command, and after {@code --vs} another one, as often as the first argument says, after
   * one run of each that is not counted.
   */
  public static void main(String[] arguments) throws Exception {
    int runs = Integer.parseInt(arguments[0]);
    List<String> all = Arrays.asList(arguments).subList(1, arguments.length);
    int split = all.indexOf(BETWEEN);
    List<String> first = split < 0 ? all : all.subList(0, split);
    List<String> second = split < 0 ? List.of() : all.subList(split + 1, all.size());
    List<Run> firsts = new ArrayList<>();
    List<Run> seconds = new ArrayList<>();
    for (int i = -1; i < runs; i++) {
      Run one = run(first);
      Run other = second.isEmpty() ? one : run(second);
      if (i >= 0) {
        firsts.add(one);
        seconds.add(other);
      }
    }
    print("A", firsts);
    if (!second.isEmpty()) {
      print("B", seconds);
      double[] ratios = new double[runs];
      Arrays.setAll(ratios, i -> firsts.get(i).seconds() / seconds.get(i).seconds());
      Arrays.sort(ratios);
      System.out.printf(
          Locale.ROOT,
          "A/B  wall  min %.2f  median %.2f  max %.2f%n",
          ratios[0],
          ratios[runs / 2],
          ratios[runs - 1]);
    }
  }

  private static void print(String name, List<Run> runs) {
    System.out.printf(
        Locale.ROOT,
        "%s    wall  min %.2f s  median %.2f s  max %.2f s   peak  median %.0f MiB  max %.0f MiB%n",
        name,
        at(runs, Run::seconds, 0),
        at(runs, Run::seconds, runs.size() / 2),
        at(runs, Run::seconds, runs.size() - 1),
        at(runs, Run::peakMiB, runs.size() / 2),
        at(runs, Run::peakMiB, runs.size() - 1));
  }

  private static double at(List<Run> runs, ToDoubleFunction<Run> figure, int place) {
    return figure.applyAsDouble(
        runs.stream().sorted(Comparator.comparingDouble(figure)).toList().get(place));
  }

  private static Run run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    double peak = 0;
    do {
      peak = Math.max(peak, peak(process.pid()));
    } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    return new Run((System.nanoTime() - start) / 1e9, peak);
  }

  /** What Linux says of the most memory that a process has had resident so far. */
  static double peak(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
    } catch (IOException e) {
      return 0; // it has ended, or this is no Linux
    }
    return 0;
  }
}
