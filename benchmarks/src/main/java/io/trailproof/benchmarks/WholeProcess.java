package io.trailproof.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times whole processes, from start to exit: two commands in turn, so that both see the same
 * machine.
 */
public final class WholeProcess {
  static final String BETWEEN = "--vs";

  private WholeProcess() {}

  /**
   * Runs a command, and after {@code --vs} another one, as often as the first argument says, after
   * one run of each that is not counted.
   */
  public static void main(String[] arguments) throws Exception {
    int runs = Integer.parseInt(arguments[0]);
    List<String> all = Arrays.asList(arguments).subList(1, arguments.length);
    int split = all.indexOf(BETWEEN);
    if (split < 0) {
      print("A", alone(runs, all));
      return;
    }
    Measured.Pairs pairs =
        Measured.Pairs.of(runs, all.subList(0, split), all.subList(split + 1, all.size()));
    print("A", pairs.firsts());
    print("B", pairs.seconds());
    double[] ratios = pairs.ratios(Measured::wall);
    System.out.printf(
        Locale.ROOT,
        "A/B  wall  min %.2f  median %.2f  max %.2f   processor  median %.2f%n",
        ratios[0],
        ratios[runs / 2],
        ratios[runs - 1],
        pairs.ratio(Measured::processor));
  }

  private static List<Measured> alone(int runs, List<String> command) throws Exception {
    List<Measured> all = new ArrayList<>();
    for (int i = -1; i < runs; i++) {
      Measured one = Measured.run(command);
      if (i >= 0) {
        all.add(one);
      }
    }
    return all;
  }

  private static void print(String name, List<Measured> runs) {
    System.out.printf(
        Locale.ROOT,
        "%s    wall  min %.2f s  median %.2f s  max %.2f s   peak  median %.0f MiB  max %.0f MiB%n",
        name,
        Measured.at(runs, Measured::wall, 0),
        Measured.median(runs, Measured::wall),
        Measured.at(runs, Measured::wall, runs.size() - 1),
        Measured.median(runs, Measured::peakMiB),
        Measured.at(runs, Measured::peakMiB, runs.size() - 1));
  }
}
