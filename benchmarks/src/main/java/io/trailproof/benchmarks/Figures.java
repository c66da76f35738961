package io.trailproof.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One table of all that is watched: what a check takes as a ratio to a reference that runs in turn
 * with it on the same machine, so that a slower machine changes both.
 */
public final class Figures {
  private static final String ROW = "--row";

  private Figures() {}

  /**
   * One line of the table.
   *
   * @param name of what is checked
   * @param reference what the ratios are to
   */
  private record Row(String name, String reference, List<String> command, List<String> against) {}

  /**
   * Prints the table, and writes it as JSON.
   *
   * @param arguments how many pairs, the file for the JSON, and for each line {@code --row}, its
   *     name, that of its reference, the command, {@code --vs} and the command of the reference
   */
  public static void main(String[] arguments) throws Exception {
    int runs = Integer.parseInt(arguments[0]);
    Path file = Path.of(arguments[1]);
    List<String> json = new ArrayList<>();
    System.out.println(
        "| what | against | wall, times | processor time, times | wall, s | peak, MiB |");
    System.out.println("|---|---|---|---|---|---|");
    for (Row row : rows(Arrays.asList(arguments).subList(2, arguments.length))) {
      Measured.Pairs pairs = Measured.Pairs.of(runs, row.command(), row.against());
      double[] walls = pairs.ratios(Measured::wall);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.2f (%.2f to %.2f) | %.2f | %.2f | %.0f |%n",
          row.name(),
          row.reference(),
          pairs.ratio(Measured::wall),
          walls[0],
          walls[walls.length - 1],
          pairs.ratio(Measured::processor),
          Measured.median(pairs.firsts(), Measured::wall),
          Measured.median(pairs.firsts(), Measured::peakMiB));
      json.add(
          String.format(
              Locale.ROOT,
              "  {\"what\": \"%s\", \"against\": \"%s\", \"pairs\": %d, \"wall\": %.3f,"
                  + " \"processor\": %.3f, \"seconds\": %.3f, \"peakMiB\": %.0f}",
              row.name(),
              row.reference(),
              runs,
              pairs.ratio(Measured::wall),
              pairs.ratio(Measured::processor),
              Measured.median(pairs.firsts(), Measured::wall),
              Measured.median(pairs.firsts(), Measured::peakMiB)));
    }
    Files.writeString(file, "[\n" + String.join(",\n", json) + "\n]\n");
  }

  private static List<Row> rows(List<String> words) {
    List<Row> rows = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = at + 1;
      while (end < words.size() && !words.get(end).equals(ROW)) {
        end++;
      }
      List<String> row = words.subList(at + 1, end);
      int between = row.indexOf(WholeProcess.BETWEEN);
      rows.add(
          new Row(
              row.get(0),
              row.get(1),
              row.subList(2, between),
              row.subList(between + 1, row.size())));
      at = end;
    }
    return rows;
  }
}
