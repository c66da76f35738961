package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.graph.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every finding of every fixture is explained in a few lines, with a fix as the file spells it. */
final class ExplanationsTest {
  @TestFactory
  List<DynamicTest> everyFindingIsShortAndHelps() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path input : FixturesTest.inputs()) {
      boolean plan = input.toString().replace('\\', '/').contains("/terraform/");
      Dialect dialect = plan ? Dialect.TERRAFORM : Dialect.CLOUDFORMATION;
      String report = Files.readString(input.resolveSibling("expected.txt"));
      tests.add(
          dynamicTest(
              input.toString(),
              () -> assertEquals(List.of(), Explanations.of(dialect, report).faults())));
    }
    return tests;
  }

  @Test
  void faultsAreFound() {
    assertEquals(
        List.of(),
        faults("error[a/b]: `threshold` is 5", "  = concerns all 16 events", "  = help: set it"));
    assertFault("5 lines", "error[a/b]: x", "  = a", "  = b", "  = c", "  = help: d");
    assertFault("no help", "error[a/b]: x");
    assertFault("`EvaluationPeriods`", "error[a/b]: x", "  = help: set `EvaluationPeriods`");
    assertFault("`evaluationPeriods`", "error[a/b]: x; `evaluationPeriods` is 2", "  = help: y");
    assertFault("`readWriteType`", "unknown[a/b]: cannot tell: `readWriteType` is open");
    assertFault("a hole", "error[a/b]: x", "  = help: set `` to `1`");
  }

  private static void assertFault(String words, String... lines) {
    List<String> faults = faults(lines);
    assertTrue(
        faults.size() == 1 && faults.get(0).contains(words), () -> words + ", not " + faults);
  }

  private static List<String> faults(String... lines) {
    return Explanations.of(Dialect.TERRAFORM, String.join("\n", lines)).faults();
  }
}
