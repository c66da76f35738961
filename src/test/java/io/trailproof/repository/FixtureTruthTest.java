package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is true of a fixture, written down by hand from the input alone, against what is reported of
 * it.
 */
final class FixtureTruthTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RULE = "iam-policy-changes";
  private static final List<String> WORST_FIRST = List.of("fail", "unknown", "pass");

  private static final Set<String> KINDS =
      Set.of(
          "trail",
          "link",
          "pattern",
          "alarm",
          "somebody hears",
          "modules and unknowns",
          "refused by AWS",
          "none");

  /** Where the report is more careful than it would have to be, or says what it takes as given. */
  private static final Map<String, String> DIFFERING =
      Map.of(
          "cloudformation/macro", "that the macro leaves the chain alone is told as an assumption",
          "cloudformation/function-without-concurrency", "what silences a function is not read",
          "cloudformation/two-filters", "how much else is logged is not known",
          "terraform/reading-arn-for-name", "a plan shows what it is made of, and not how",
          "terraform/role-denied-under-condition", "conditions on sessions are not worked out",
          "terraform/sources-log-group", "the report is made without the sources");

  private static List<Path> truths() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("fixtures"), 3)) {
      return files.filter(one -> one.endsWith("truth.json")).sorted().toList();
    }
  }

  @Test
  void noReportSaysMoreThanIsTrue() throws IOException {
    Map<String, String> differing = new TreeMap<>();
    int right = 0;
    for (Path truth : truths()) {
      JsonNode told = JSON.readTree(truth.toFile());
      Set<String> allowed = new TreeSet<>();
      told.get("verdict").forEach(one -> allowed.add(one.asText()));
      assertTrue(!allowed.isEmpty() && WORST_FIRST.containsAll(allowed), truth::toString);
      assertTrue(KINDS.contains(told.get("kind").asText()), truth::toString);
      assertTrue(told.get("why").asText().endsWith("."), truth::toString);
      String verdict = reported(truth);
      if (verdict.isEmpty() || allowed.contains(verdict)) {
        right++;
      } else {
        differing.put(
            truth.subpath(1, 3).toString().replace('\\', '/'), verdict + ", not " + allowed);
      }
    }
    System.out.println("truths of fixtures: " + right + " right, differing " + differing);
    assertEquals(new TreeSet<>(DIFFERING.keySet()), new TreeSet<>(differing.keySet()));
    assertTrue(right > 200, right + " are right");
  }

  /** The worst verdict of the rule that is asked for; empty where the input cannot be read. */
  private static String reported(Path truth) throws IOException {
    Path report = truth.resolveSibling("expected.json");
    if (!Files.exists(report)) {
      return "";
    }
    Path arguments = truth.resolveSibling("arguments");
    List<String> asked =
        Files.exists(arguments)
            ? List.of(Files.readString(arguments).strip().split(" ", -1))
            : List.of();
    int at = asked.indexOf("--rule");
    String rule = at < 0 ? RULE : asked.get(at + 1);
    List<String> verdicts = new ArrayList<>();
    JSON.readTree(report.toFile())
        .findValues("rules")
        .forEach(
            rules ->
                rules.forEach(
                    one -> {
                      if (one.get("id").asText().equals(rule)) {
                        verdicts.add(one.get("verdict").asText());
                      }
                    }));
    return WORST_FIRST.stream().filter(verdicts::contains).findFirst().orElse("");
  }
}
