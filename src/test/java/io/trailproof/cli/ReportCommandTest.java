package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every report of a result in JSON is, to the byte, the one that the run itself would write. */
final class ReportCommandTest {
  @TempDir private Path folder;

  /** All rules of every fixture, and one rule by all ways. */
  private static final List<List<String>> QUESTIONS =
      List.of(List.of(), List.of("--rule", "iam-policy-changes", "--ways", "all"));

  @TestFactory
  List<DynamicTest> everyFixtureGetsTheSameReportFromItsResult() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path input : FixturesTest.inputs()) {
      for (List<String> question : QUESTIONS) {
        tests.add(dynamicTest(input + " " + question, () -> holds(input, question)));
      }
    }
    return tests;
  }

  private void holds(Path input, List<String> question) throws IOException {
    List<String> arguments = new ArrayList<>(question);
    for (Format format : Format.values()) {
      arguments.addAll(List.of("-f", format.word() + "=" + file("run", format)));
    }
    Invocation.Ended run = FixturesTest.check(input, arguments.toArray(String[]::new));
    for (Format written : List.of(Format.JSON, Format.JSONL)) {
      List<String> again = new ArrayList<>(List.of("report", file("run", written)));
      for (Format format : Format.values()) {
        again.addAll(List.of("-f", format.word() + "=" + file("again", format)));
      }
      Invocation.Ended ended = Invocation.of(again.toArray(String[]::new));
      assertEquals("", ended.err());
      assertEquals(run.status(), ended.status(), "the exit code");
      assertEquals(run.out(), ended.out(), "what a terminal shows from " + written);
      for (Format format : Format.values()) {
        assertEquals(
            Files.readString(Path.of(file("run", format))),
            Files.readString(Path.of(file("again", format))),
            format + " from " + written);
      }
    }
  }

  private String file(String name, Format format) {
    return folder.resolve(name + "." + format.extension()).toString();
  }

  static Stream<Format> formats() {
    return Stream.of(Format.values());
  }
}
