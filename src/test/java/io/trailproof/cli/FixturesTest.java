package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fixture gets, to the letter, the report and the exit code that stand beside it: the text of
 * all rules, and the JSON of the one that decides.
 */
final class FixturesTest {
  private static final List<String> INPUTS =
      List.of("plan.json", "state.json", "template.yaml", "template.json");

  @TestFactory
  List<DynamicTest> everyFixtureGetsTheReportBesideIt() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path input : inputs()) {
      tests.add(dynamicTest(input.toString(), () -> holds(input)));
    }
    assertTrue(tests.size() > 40, "the fixtures are found");
    return tests;
  }

  private static void holds(Path input) throws IOException {
    String name = input.toString().replace('\\', '/');
    Invocation.Ended text = Invocation.of("check", name);
    Invocation.Ended json =
        Invocation.of("check", "--rule", "iam-policy-changes", "--format", "json", name);
    assertEquals("", text.err() + json.err(), "nothing on standard error");
    Golden.assertMatches(input.resolveSibling("expected.txt"), text.out());
    Golden.assertMatches(input.resolveSibling("expected.json"), json.out());
    assertEquals(text.status(), json.status(), "the format does not change the exit code");
    String stated = "\"exitCode\" : " + json.status() + "\n";
    assertTrue(json.out().contains(stated), "the result states the exit code");
  }

  static List<Path> inputs() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String format : List.of("terraform", "cloudformation")) {
      try (Stream<Path> cases = Files.list(Path.of("fixtures", format))) {
        cases
            .sorted()
            .flatMap(folder -> INPUTS.stream().map(folder::resolve))
            .filter(Files::exists)
            .forEach(found::add);
      }
    }
    return found;
  }
}
