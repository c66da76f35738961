package io.trailproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.trailproof.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is written as JSON is what {@code docs/result.schema.json} promises. */
final class ResultSchemaTest {
  private final Schema schema;

  ResultSchemaTest() throws IOException {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(Path.of("docs/result.schema.json")));
  }

  @TestFactory
  List<DynamicTest> everyExpectedResultSatisfiesTheSchema() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
      List<DynamicTest> tests =
          files
              .filter(file -> file.endsWith("expected.json"))
              .sorted()
              .map(file -> dynamicTest(file.toString(), () -> satisfies(Files.readString(file))))
              .toList();
      assertFalse(tests.isEmpty());
      return tests;
    }
  }

  @Test
  void resultsWithDiagnosticsSatisfyIt() {
    satisfies(Invocation.of("check", "-f", "json", "no-such-file.json").out());
    satisfies(Invocation.of("check", "-f", "json", "README.md", "pom.xml").out());
    satisfies(Invocation.of("check", "-f", "json", "--each", "fixtures/terraform/compliant").out());
  }

  @Test
  void resultThatIsNotApplicableSatisfiesIt() {
    String result =
        Invocation.of(
                "check",
                "-f",
                "json",
                "--skip-unrecognised",
                "src/test/resources/io/trailproof/cli/network.yaml")
            .out();
    assertTrue(result.contains("not-applicable"));
    satisfies(result);
  }

  @Test
  void whatDecidedAndWhatWasLeftOutIsStated(@TempDir Path folder) throws IOException {
    Path plans = Files.createDirectory(folder.resolve("plans"));
    Files.copy(Path.of("fixtures/terraform/compliant/plan.json"), plans.resolve("plan.json"));
    Files.writeString(plans.resolve("package.json"), "{\"name\": \"x\"}");
    Path config = folder.resolve("config.yaml");
    Files.writeString(
        config,
        """
        declared:
          central: { type: aws.sns.Topic, arn: "arn:aws:sns:us-east-1:111122223333:central" }
        """);
    String result =
        Invocation.of("check", "-f", "json", "--config", config.toString(), plans.toString()).out();
    satisfies(result);
    String line = result.replaceAll("\\s", "");
    assertTrue(
        line.contains(
            "\"configuration\":{\"file\":\""
                + config
                + "\",\"foundByItself\":false,\"declared\":1,\"accepted\":0}"),
        result);
    assertTrue(line.contains("\"leftOut\":{\"others\":1,\"ignored\":0}"), result);
    String plain = Invocation.of("check", "-f", "json", "--no-config", "README.md").out();
    assertFalse(plain.contains("configuration") || plain.contains("leftOut"), plain);
  }

  @Test
  void placeThatADeploymentStatesIsStated(@TempDir Path folder) throws IOException {
    Path config = folder.resolve("config.yaml");
    Files.writeString(
        config,
        """
        deployments:
          prod:
            inputs: [fixtures/terraform/compliant/plan.json]
            account: "111122223333"
            region: eu-west-1
        """);
    String result = Invocation.of("check", "-f", "json", "--config", config.toString()).out();
    satisfies(result);
    assertTrue(
        result
            .replaceAll("\\s", "")
            .contains("\"account\":\"111122223333\",\"region\":\"eu-west-1\",\"sources\""),
        result);
  }

  @Test
  void whatWasBeforeIsStatedEventByEvent() throws IOException {
    JsonNode result =
        new ObjectMapper()
            .readTree(
                Files.readString(Path.of("fixtures/terraform/reading-targeted/expected.json")));
    JsonNode before = result.path("before").path(0);
    JsonNode rule = result.path("deployments").path(0).path("rules").path(0);
    assertEquals(before.path("rule"), rule.path("id"));
    assertEquals(rule.path("events").findValuesAsText("event"), before.findValuesAsText("event"));
    assertEquals(
        16,
        before.path("events").findValuesAsText("verdict").stream().filter("pass"::equals).count());
  }

  @Test
  void verdictThatNobodyKnowsDoesNotSatisfyIt() throws IOException {
    String result = Files.readString(Path.of("fixtures/terraform/compliant/expected.json"));
    assertTrue(problems(result).isEmpty());
    assertFalse(problems(result.replaceFirst("\"pass\"", "\"maybe\"")).isEmpty());
  }

  private void satisfies(String result) {
    assertEquals(List.of(), problems(result));
  }

  private List<String> problems(String result) {
    return schema.validate(result, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
