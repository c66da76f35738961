package io.trailproof.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.cli.Invocation;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A Code Quality report is one that GitLab shows whole. There is no published schema of it; what is
 * held here is what GitLab's documentation says of each field.
 */
final class GitlabReportTest {
  private static final Set<String> SEVERITIES =
      Set.of("info", "minor", "major", "critical", "blocker");

  @TestFactory
  List<DynamicTest> everyExpectedReportIsShownWhole() throws IOException {
    return Expected.each(Format.GITLAB, GitlabReportTest::shownWhole);
  }

  @Test
  void inputThatCannotBeReadIsAnEntry() throws IOException {
    String report = Invocation.of("check", "-f", "gitlab", "no-such-plan.json").out();
    shownWhole(report);
    assertTrue(report.contains("\"blocker\""), report);
  }

  private static void shownWhole(String report) throws IOException {
    JsonNode entries = new ObjectMapper().readTree(report);
    assertTrue(entries.isArray(), report);
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode entry : entries) {
      assertFalse(entry.path("description").asText().isEmpty(), report);
      assertFalse(entry.path("check_name").asText().isEmpty(), report);
      assertTrue(fingerprints.add(entry.path("fingerprint").asText()), "GitLab shows only one");
      assertTrue(SEVERITIES.contains(entry.path("severity").asText()), report);
      String path = entry.path("location").path("path").asText();
      assertFalse(path.isEmpty() || path.startsWith("./"), path);
      assertTrue(entry.path("location").path("lines").path("begin").asInt() >= 1, report);
    }
  }
}
