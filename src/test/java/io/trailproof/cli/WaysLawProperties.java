package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.trailproof.rule.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Another way that counts never lowers a verdict, and what it takes was said before it counted. */
final class WaysLawProperties {
  @TestFactory
  List<DynamicTest> moreWaysNeverComeToLess() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path input : FixturesTest.inputs()) {
      String name = input.toString().replace('\\', '/');
      tests.add(dynamicTest(name, () -> holds(name)));
    }
    return tests;
  }

  private static void holds(String input) {
    JsonNode alone = rule(input);
    JsonNode together = rule(input, "--ways", "all");
    assertTrue(verdict(together).compareTo(verdict(alone)) >= 0, "the rule as a whole");
    boolean hangsOnMore = !alone.get("outlooks").isEmpty() || !together.get("outlooks").isEmpty();
    for (int i = 0; i < alone.get("events").size() && !hangsOnMore; i++) {
      JsonNode before = alone.get("events").get(i);
      Verdict said = verdict(before);
      for (JsonNode other : before.path("otherWays")) {
        said = said.or(verdict(other));
      }
      Verdict after = verdict(together.get("events").get(i));
      String event = before.get("event").asText();
      assertTrue(after.compareTo(said) >= 0, event);
      assertEquals(said == Verdict.PASS, after == Verdict.PASS, event);
    }
  }

  private static JsonNode rule(String input, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--no-config", "--region", "us-east-1"));
    arguments.addAll(List.of(more));
    arguments.add(input);
    return Checked.of(arguments.toArray(String[]::new)).json().at("/deployments/0/rules/0");
  }

  private static Verdict verdict(JsonNode of) {
    return Verdict.valueOf(of.get("verdict").asText().toUpperCase(Locale.ROOT));
  }
}
