package io.trailproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.trailproof.cli.Invocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** SARIF is what its schema says, and what GitHub takes in beyond that. */
final class SarifReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Schema schema;

  SarifReportTest() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(
                  new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @TestFactory
  List<DynamicTest> everyExpectedReportIsTakenIn() throws IOException {
    return Expected.each(Format.SARIF, this::takenIn);
  }

  @Test
  void inputThatCannotBeReadKeepsOldAlerts() throws IOException {
    String report = Invocation.of("check", "-f", "sarif", "no-such-plan.json").out();
    takenIn(report);
    JsonNode run = JSON.readTree(report).path("runs").path(0);
    assertFalse(run.path("invocations").path(0).path("executionSuccessful").asBoolean(true));
  }

  @Test
  void rulesThatRanAreListedThoughNothingIsFound() throws IOException {
    String report =
        Invocation.of("check", "-f", "sarif", "fixtures/terraform/compliant/plan.json").out();
    JsonNode run = JSON.readTree(report).path("runs").path(0);
    assertEquals(0, run.path("results").size());
    assertEquals(
        "iam-policy-changes",
        run.path("tool").path("driver").path("rules").path(0).path("id").asText());
  }

  private void takenIn(String report) throws IOException {
    assertEquals(List.of(), schema.validate(report, InputFormat.JSON), report);
    JsonNode run = JSON.readTree(report).path("runs").path(0);
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode result : run.path("results")) {
      assertEquals(1, result.path("locations").size(), "one location: " + result);
      JsonNode place = result.path("locations").path(0).path("physicalLocation");
      String uri = place.path("artifactLocation").path("uri").asText();
      assertFalse(uri.isEmpty() || uri.startsWith("./"), uri);
      assertTrue(place.path("region").path("startLine").asInt() >= 1, report);
      assertFalse(result.has("kind") || result.has("suppressions"), "would be open alerts");
      assertTrue(
          fingerprints.add(result.path("partialFingerprints").path("trailproof/v1").asText()),
          "a fingerprint tells one finding");
      int index = result.path("ruleIndex").asInt(-1);
      assertEquals(
          result.path("ruleId"),
          run.path("tool").path("driver").path("rules").path(index).path("id"));
      assertEquals(1, result.path("codeFlows").size(), "the chain is walked once");
    }
  }
}
