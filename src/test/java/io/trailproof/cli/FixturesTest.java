package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.trailproof.Golden;
import io.trailproof.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fixture gets, to the letter, the report that stands beside it: the text of all rules, and
 * every other format of the one that decides. A file {@code arguments} holds what else is given;
 * where a report of all ways stands beside it, that is held as well.
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
    Invocation.Ended all = check(input);
    assertEquals("", all.err(), "nothing on standard error");
    Golden.assertMatches(input.resolveSibling("expected.txt"), all.out());
    formats(input, "expected");
    if (Files.exists(input.resolveSibling("expected-ways-all.json"))) {
      formats(input, "expected-ways-all", "--ways", "all");
    }
  }

  static Invocation.Ended check(Path input, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(List.of(more));
    Path given = input.resolveSibling("arguments");
    if (Files.exists(given)) {
      arguments.addAll(List.of(Files.readString(given).strip().split(" ", -1)));
    }
    arguments.add(input.toString().replace('\\', '/'));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private static void formats(Path input, String golden, String... more) throws IOException {
    Set<Integer> statuses = new TreeSet<>();
    JsonNode whole = NullNode.getInstance();
    for (Format format : Format.values()) {
      List<String> arguments = new ArrayList<>(List.of(more));
      arguments.addAll(List.of("--rule", "iam-policy-changes", "-f", format.word()));
      Invocation.Ended one = check(input, arguments.toArray(String[]::new));
      assertEquals("", one.err(), "nothing on standard error");
      statuses.add(one.status());
      if (format == Format.JSONL) {
        assertEquals(whole, Lines.together(one.out()), "the lines say what the result says");
        continue;
      }
      if (format != Format.TEXT || !golden.equals("expected")) {
        Golden.assertMatches(input.resolveSibling(golden + "." + format.extension()), one.out());
      }
      if (format == Format.JSON) {
        whole = Lines.read(one.out());
        String stated = "\"exitCode\" : " + one.status() + "\n";
        assertTrue(one.out().contains(stated), "the result states the exit code");
      }
    }
    assertEquals(1, statuses.size(), "the format does not change the exit code");
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
