package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules about the words of a benchmark inform, contradict the one that decides, and close no gate.
 */
final class InformationTest {
  private static final String MET_AND_SILENT = "fixtures/terraform/threshold-100/plan.json";

  @TempDir Path folder;

  /** Writes are enough to be told of a change; the audit asks for reads as well. */
  private String tellsInOtherWords() throws IOException {
    return Files.writeString(
            folder.resolve("template.yaml"),
            Chains.template(
                "IsLogging: true",
                "IsLogging: true\n      EventSelectors: [{ReadWriteType: WriteOnly}]"))
        .toString();
  }

  @Test
  void wordsThatAreNotMetCloseNoGate() throws IOException {
    Invocation.Ended ended = Invocation.of("check", tellsInOtherWords());
    assertEquals(0, ended.status());
    assertTrue(ended.out().contains("✗ cis-4-4-audit, security-hub-cloudwatch-4: not met\n"));
    assertTrue(ended.out().contains("somebody is told all the same: rule `iam-policy-changes`"));
    assertTrue(ended.out().endsWith("\n1 rule proven\n"), ended.out());
  }

  @Test
  void wordsThatAreMetOpenNoGate() {
    Invocation.Ended ended = Invocation.of("check", MET_AND_SILENT);
    assertEquals(1, ended.status());
    assertTrue(ended.out().contains("✓ cis-4-4-audit, security-hub-cloudwatch-4: met\n"));
    assertTrue(ended.out().contains("nobody is told all the same: rule `iam-policy-changes`"));
    assertTrue(
        ended.out().endsWith("\n0 rules proven, 1 failure, no Terraform files read\n"),
        ended.out());
  }

  @Test
  void gateClosesForWordsWhereThatIsAskedFor() throws IOException {
    Invocation.Ended ended = Invocation.of("check", "--fail-on", "note", tellsInOtherWords());
    assertEquals(1, ended.status());
    assertTrue(ended.out().contains("error[cis-4-4-audit/audit-trail-selectors]: "), ended.out());
    assertTrue(ended.out().endsWith("\n1 rule proven, 2 failures\n"), ended.out());
  }

  @Test
  void ruleThatIsNamedIsShownInFullAndStillInforms() throws IOException {
    Invocation.Ended ended = Invocation.of("check", "--rule", "cis-4-4-audit", tellsInOtherWords());
    assertEquals(0, ended.status());
    assertTrue(ended.out().startsWith("not met cis-4-4-audit: "), ended.out());
    assertTrue(ended.out().contains("16 of 16 events are not covered as the benchmark words it"));
    assertTrue(ended.out().contains("somebody is told all the same"), "it says so by itself");
    assertTrue(ended.out().endsWith("\n1 rule for information\n"), ended.out());
  }

  @Test
  void resultCountsThemApart() throws IOException {
    JsonNode result =
        new ObjectMapper()
            .readTree(Invocation.of("check", "-f", "json", tellsInOtherWords()).out());
    assertEquals(
        "{\"pass\":1,\"fail\":0,\"unknown\":0,\"notApplicable\":0,\"informational\":2}",
        result.get("summary").toString());
    assertEquals(0, result.get("exitCode").asInt());
    JsonNode audit = result.at("/deployments/0/rules/1");
    assertEquals("cis-4-4-audit", audit.get("id").asText());
    assertEquals("complies", audit.get("claim").asText());
    assertEquals("fail", audit.get("verdict").asText());
    List<String> notes = new ArrayList<>();
    audit.get("notes").forEach(note -> notes.add(note.get("code").asText()));
    assertTrue(notes.contains("fires-all-the-same"), notes.toString());
  }

  @Test
  void quietLeavesThemOut() throws IOException {
    assertFalse(Invocation.of("check", "-q", tellsInOtherWords()).out().contains("audit"));
  }
}
