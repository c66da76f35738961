package io.trailproof.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * A whole process, from start to exit.
 *
 * @param wall seconds from start to exit
 * @param processor seconds of all its threads, looked at until it ended
 * @param peakMiB the most memory that was resident; 0 where {@code /proc} does not tell
 */
record Measured(double wall, double processor, double peakMiB) {
  private static final long LOOK_MILLIS = 5;

  /** Runs a command, whose output nobody reads. */
  static Measured run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    double processor = 0;
    double peak = 0;
    do {
      processor =
          Math.max(processor, process.info().totalCpuDuration().map(Measured::seconds).orElse(0.0));
      peak = Math.max(peak, peak(process.pid()));
    } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    return new Measured((System.nanoTime() - start) / 1e9, processor, peak);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  /** What Linux says of the most memory that a process has had resident so far. */
  private static double peak(long pid) {
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

  /**
   * Two commands in turn, so that both see the same machine.
   *
   * @param firsts the runs of the first, after one that is not counted
   * @param seconds those of the second
   */
  record Pairs(List<Measured> firsts, List<Measured> seconds) {
    static Pairs of(int runs, List<String> first, List<String> second)
        throws IOException, InterruptedException {
      List<Measured> firsts = new ArrayList<>();
      List<Measured> seconds = new ArrayList<>();
      for (int i = -1; i < runs; i++) {
        Measured one = run(first);
        Measured other = run(second);
        if (i >= 0) {
          firsts.add(one);
          seconds.add(other);
        }
      }
      return new Pairs(firsts, seconds);
    }

    /** The ratios of a figure, pair by pair, in order of size. */
    double[] ratios(ToDoubleFunction<Measured> figure) {
      double[] ratios = new double[firsts.size()];
      Arrays.setAll(
          ratios, i -> figure.applyAsDouble(firsts.get(i)) / figure.applyAsDouble(seconds.get(i)));
      Arrays.sort(ratios);
      return ratios;
    }

    /** The middle one of the ratios of a figure. */
    double ratio(ToDoubleFunction<Measured> figure) {
      double[] ratios = ratios(figure);
      return ratios[ratios.length / 2];
    }
  }

  /** One figure of runs by its place in the order of size. */
  static double at(List<Measured> runs, ToDoubleFunction<Measured> figure, int place) {
    return runs.stream().mapToDouble(figure).sorted().toArray()[place];
  }

  /** The middle one. */
  static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    return at(runs, figure, runs.size() / 2);
  }
}
