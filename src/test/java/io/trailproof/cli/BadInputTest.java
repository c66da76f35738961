package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, there is a diagnostic or a verdict, and never a crash. */
final class BadInputTest {
  private static final String PROVEN = "fixtures/terraform/compliant/plan.json";

  @TempDir Path folder;

  private final String plan;

  BadInputTest() throws IOException {
    plan = Files.readString(Path.of(PROVEN));
  }

  /** Refused at a place, with the other input of the run still proven. */
  private void assertRefused(String name, byte[] bytes, String code, String place)
      throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    Invocation.Ended ended = Invocation.of("check", "--each", file.toString(), PROVEN);
    assertEquals(3, ended.status(), ended.out());
    assertTrue(ended.out().startsWith("error[" + code + "]: "), ended.out());
    assertTrue(ended.out().contains(file + place + "\n"), ended.out());
    assertTrue(ended.out().contains("16 of 16 events reach a subscriber"), ended.out());
    assertTrue(
        ended
            .out()
            .matches("(?s).*\n1 rule proven, (1 unknown, )?1 error, no Terraform files read\n"),
        ended.out());
    assertEquals("", ended.err());
  }

  private void assertRefused(String name, String text, String code, String place)
      throws IOException {
    assertRefused(name, text.getBytes(StandardCharsets.UTF_8), code, place);
  }

  @Test
  void missingFile() {
    Invocation.Ended ended = Invocation.of("check", "--each", "no-such.json", PROVEN);
    assertEquals(3, ended.status());
    assertTrue(
        ended.out().startsWith("error[unreadable-input]: no such file\n  --> no-such.json\n"),
        ended.out());
  }

  @Test
  void folderAndFileWithoutPermission() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.copy(Path.of(PROVEN), folder.resolve("plan.json"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(closed), "this user may read everything");
      assertEquals(3, Invocation.of("check", closed.toString()).status());
      Invocation.Ended ended = Invocation.of("check", folder.toString());
      assertEquals(3, ended.status());
      assertTrue(ended.out().contains("permission denied"), ended.out());
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void emptyFiles() throws IOException {
    assertRefused("empty.json", "", "empty-input", ":1:1");
    assertRefused("blank.yaml", "\n  \n", "empty-input", ":1:1");
  }

  @Test
  void invalidJsonAtTheCharacterWhereItStopsBeingJson() throws IOException {
    assertRefused(
        "comma.json",
        "{\n  \"format_version\": \"1.2\",\n  \"planned_values\": {,}\n}\n",
        "invalid-json",
        ":3:22");
    assertRefused("word.json", "{\"a\": 1,\n \"b\": tru }\n", "invalid-json", ":2:7");
    assertRefused(
        "digits.json",
        "{\"resource_changes\":" + "9".repeat(100_000) + "}",
        "invalid-json",
        ":1:100020");
  }

  @Test
  void oneMistakeHasOneWordingInPlansAndTemplates() throws IOException {
    for (String broken :
        new String[] {"[1,", "[\"\\q\"]}}", "[1}}", "[\"a\" \"b\"]}}", "{}}} {}"}) {
      String planned = "{\"format_version\":\"1.2\",\"planned_values\":{\"outputs\":" + broken;
      String template = "{\"Resources\":{\"Topic\":" + broken;
      assertEquals(said("template.json", template), said("plan.json", planned));
    }
  }

  /** What is said of a file, without the places, and without the key that stands for the text. */
  private String said(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    String out = Invocation.of("check", file.toString()).out();
    return out.lines()
        .filter(
            line ->
                line.contains("error[") || line.contains("= help") || line.contains("inside what"))
        .filter(line -> !line.contains("the last key before it is"))
        .map(line -> line.replaceAll(".*(inside what begins here).*", "$1"))
        .sorted()
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  @Test
  void whatABrokenDocumentLeavesOpenIsShown() throws IOException {
    Path file = folder.resolve("template.json");
    Files.writeString(file, "{\n  \"Resources\": {\n    \"Topic\": [\n");
    assertEquals(
        """
        error[invalid-json]: the JSON ends before it is complete
          --> template.json:4:1
             │
           4 │
             │ ^
              template.json:3:14
             │
           3 │     "Topic": [
             │              ^ inside what begins here
          = help: the file may have been cut short while it was written or copied

        0 rules proven, 1 error
        """,
        Invocation.of("check", file.toString()).out().replace(folder + "/", ""));
  }

  @Test
  void invalidYamlAtTheLineThatDoesNotFit() throws IOException {
    assertRefused(
        "indent.yaml",
        """
        AWSTemplateFormatVersion: "2010-09-09"
        Resources:
          Trail:
            Type: AWS::CloudTrail::Trail
           Properties: {}
        """,
        "invalid-yaml",
        ":5:4");
    assertRefused("tab.yaml", "Resources:\n\tTrail: {}\n", "invalid-yaml", ":2:1");
    assertRefused("two.yaml", "Resources: {}\n---\nResources: {}\n", "several-documents", ":2:1");
  }

  @Test
  void truncatedPlan() throws IOException {
    for (int length : new int[] {20, 100, 5000, plan.stripTrailing().length() - 1}) {
      assertRefused("cut.json", plan.substring(0, length), "invalid-json", ":1:" + (length + 1));
    }
  }

  @Test
  void planOfAnotherMajorFormat() throws IOException {
    assertRefused(
        "next.json",
        plan.replaceFirst("\"format_version\":\"1.2\"", "\"format_version\":\"2.0\""),
        "unsupported-plan-format",
        ":1:19");
  }

  @Test
  void stateAsTerraformKeepsItSaysWhatToRun() throws IOException {
    String state =
        "{\n  \"version\": 4,\n  \"serial\": 3,\n  \"lineage\": \"a\",\n  \"resources\": []\n}\n";
    assertRefused("terraform.tfstate", state, "raw-terraform-state", ":1:1");
    assertTrue(
        Invocation.of("check", folder.resolve("terraform.tfstate").toString())
            .out()
            .contains("run `terraform show -json"));
  }

  @Test
  void binaryPlanSaysWhatToRun() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("tfplan"));
      zip.closeEntry();
    }
    assertRefused("tfplan", bytes.toByteArray(), "binary-plan", "");
    String file = folder.resolve("tfplan").toString();
    assertTrue(Invocation.of("check", file).out().contains("run `terraform show -json " + file));
  }

  @Test
  void nestsOfMillionsOfLevels() throws IOException {
    assertRefused("list.json", "[".repeat(5_000_000), "too-deep", ":1:201");
    assertRefused("object.json", "{\"a\":".repeat(1_000_000), "too-deep", ":1:1001");
    assertRefused(
        "plan.json",
        "{\"format_version\":\"1.2\",\"planned_values\":{\"root_module\":" + "[".repeat(5_000_000),
        "unexpected-json",
        ":1:57");
    assertRefused("list.yaml", "- ".repeat(100_000), "too-deep", ":1:401");
    assertRefused("flow.yaml", "Resources: " + "{a: ".repeat(100_000), "too-deep", ":1:808");
  }

  @Test
  void nestInAPartOfAPlanThatNobodyReads() throws IOException {
    String nest = "[".repeat(100_000) + "]".repeat(100_000);
    Path file = folder.resolve("plan.json");
    Files.writeString(file, plan.replaceFirst("\\{", "{\"unheard_of\":" + nest + ","));
    Invocation.Ended ended = Invocation.of("check", file.toString());
    assertTrue(ended.status() == 0 || ended.status() == 3, ended.out());
  }

  @Test
  void bombOfAliases() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }
    bomb.append("Resources:\n  X:\n    Type: AWS::SNS::Topic\n    Metadata: *a11\n");
    assertRefused("bomb.yaml", bomb.toString(), "too-many-aliases", ":6:10");
    assertRefused("loop.yaml", "Resources: &a\n  A: *a\n", "invalid-yaml", ":2:6");
  }

  @Test
  void bytesThatAreNoUtf8() throws IOException {
    assertRefused(
        "latin.json",
        "{\"format_version\":\"1.2\",\n \"x\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
        "unreadable-input",
        ":2:10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
  void byteOrderMarkIsUnderstood(String encoding) throws IOException {
    Path file = folder.resolve("plan.json");
    Files.write(file, ("\ufeff" + plan).getBytes(Charset.forName(encoding)));
    assertEquals(0, Invocation.of("check", file.toString()).status());
  }

  @Test
  void hugeText() throws IOException {
    Path file = folder.resolve("plan.json");
    Files.writeString(file, plan.replace("acme-iam-policy-changes", "A".repeat(20_000_000)));
    Invocation.Ended ended = Invocation.of("check", file.toString());
    assertEquals(
        1, ended.status(), () -> ended.out().substring(0, 500)); // no alarm has such a name
    assertTrue(ended.out().length() < 10_000);
  }

  @Test
  void zeroBytes() throws IOException {
    assertRefused("zero.json", new byte[5000], "invalid-yaml", ":1:1");
    assertRefused(
        "plan.json", plan.replaceFirst("acme-iam", "acme\0iam"), "invalid-json", ":1:2387");
    assertRefused("zero.yaml", "Resources:\n  A\0: {}\n", "invalid-yaml", ":2:4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "\"hello\"", "[]", "{}", "true", "null", "hello", "- a"})
  void documentThatIsNoObjectOfOurs(String text) throws IOException {
    assertRefused("x.json", text, "unrecognised-input", ":1:1");
  }

  /** Values of wrong types are unknown or broken, and nothing is proven by them. */
  @Test
  void planWithWrongTypesEverywhere() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Function<JsonNode, JsonNode> wrong =
        value ->
            value.isTextual() || value.isBoolean()
                ? json.getNodeFactory().numberNode(7)
                : value.isNumber()
                    ? json.getNodeFactory().textNode("seven")
                    : json.createObjectNode().put("a", 1);
    ObjectNode root = (ObjectNode) json.readTree(plan);
    for (String part : Set.of("planned_values", "resource_changes")) {
      replaceValues(root.get(part), wrong);
    }
    Path file = folder.resolve("plan.json");
    Files.writeString(file, json.writeValueAsString(root));
    Invocation.Ended ended = Invocation.of("check", file.toString());
    assertEquals(1, ended.status(), ended.out());
    assertEquals("", ended.err());
  }

  private static void replaceValues(JsonNode node, Function<JsonNode, JsonNode> by) {
    for (String holder : new String[] {"values", "after"}) {
      if (node.path(holder) instanceof ObjectNode values) {
        values.properties().forEach(one -> one.setValue(by.apply(one.getValue())));
      }
    }
    node.forEach(child -> replaceValues(child, by));
  }

  @Test
  void planWhosePartsAreOfWrongTypes() throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String part :
        new String[] {
          "planned_values", "resource_changes", "configuration", "prior_state", "variables"
        }) {
      for (String value : new String[] {"[]", "{}", "[[]]", "[1]", "\"x\"", "7", "null", "true"}) {
        ObjectNode root = (ObjectNode) json.readTree(plan);
        root.set(part, json.readTree(value));
        Path file = folder.resolve("plan.json");
        Files.writeString(file, json.writeValueAsString(root));
        Invocation.Ended ended = Invocation.of("check", file.toString());
        assertTrue(Set.of(0, 1, 3).contains(ended.status()), part + " " + value + ended.err());
        boolean matters = !part.equals("prior_state") && !part.equals("variables");
        assertFalse(matters && ended.status() == 0, part + " " + value);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Resources: 7",
        "Resources: []",
        "AWSTemplateFormatVersion: '2010-09-09'",
        "Resources: { A: 1 }",
        "Resources: { A: { Type: 7 } }",
        "Resources: { A: { Type: AWS::CloudTrail::Trail, Properties: 7 } }",
        "Resources: { A: { Type: AWS::Logs::MetricFilter, Properties: { MetricTransformations: x }"
            + " } }",
        "Resources: { A: { Type: AWS::CloudWatch::Alarm, Properties: { Metrics: [1, x, {}] } } }",
        "Resources: { A: !!python/object/apply:os.system [id] }",
        "{ Resources: { A: { Type: AWS::SNS::Topic } }, Parameters: 7, Conditions: [x] }"
      })
  void templateOfWrongTypesIsNeverProvenAndNeverACrash(String template) throws IOException {
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, template + "\n");
    Invocation.Ended ended = Invocation.of("check", file.toString());
    assertTrue(ended.status() == 1 || ended.status() == 3, ended.out() + ended.err());
  }
}
