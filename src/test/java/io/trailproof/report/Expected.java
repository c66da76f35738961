package io.trailproof.report;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The reports that stand beside the fixtures, of one format. */
final class Expected {
  private Expected() {}

  /** What a report of a format has to be. */
  interface Contract {
    void holds(String report) throws Exception;
  }

  /** A test for each of them. */
  static List<DynamicTest> each(Format format, Contract contract) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
      List<DynamicTest> tests =
          files
              .filter(file -> file.endsWith("expected." + format.extension()))
              .sorted()
              .map(
                  file ->
                      dynamicTest(file.toString(), () -> contract.holds(Files.readString(file))))
              .toList();
      assertTrue(tests.size() > 40, "only " + tests.size() + " reports");
      return tests;
    }
  }
}
