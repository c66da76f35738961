package io.trailproof.benchmarks.spark;

import io.trailproof.api.CheckedDocument;
import io.trailproof.api.ResultLines;
import io.trailproof.api.Trailproof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Checks the templates of a folder in Spark's local mode: each partition reads its files, checks
 * them and writes one result of JSON lines, which {@code trailproof report part-*} takes.
 */
public final class TemplatesInSpark {
  private TemplatesInSpark() {}

  /** Reads the folder that the first argument names, and writes into that of the second. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int partitions = Integer.parseInt(arguments[2]);
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names = files.map(Path::toString).sorted().toList();
    }
    SparkConf conf =
        new SparkConf()
            .setAppName("trailproof")
            .setIfMissing("spark.master", "local[*]")
            .setIfMissing("spark.ui.enabled", "false")
            .setIfMissing("spark.log.level", "WARN");
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      long began = System.nanoTime();
      spark
          .parallelize(names, partitions)
          .mapPartitions(TemplatesInSpark::check)
          .saveAsTextFile(arguments[1]);
      System.out.printf("%.1f s in Spark%n", (System.nanoTime() - began) / 1e9);
    }
  }

  /** The lines of a partition. Nothing of trailproof travels: each Java has one of its own. */
  static Iterator<String> check(Iterator<String> names) {
    ResultLines lines = new ResultLines();
    List<String> written = new ArrayList<>();
    while (names.hasNext()) {
      String name = names.next();
      try {
        CheckedDocument checked =
            Trailproof.standard().check(name, Files.readAllBytes(Path.of(name)));
        written.addAll(lines.of(checked));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    written.add(lines.last());
    return written.iterator();
  }
}
