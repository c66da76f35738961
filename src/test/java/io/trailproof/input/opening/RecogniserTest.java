package io.trailproof.input.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fast look may only say yes; only a whole parse may say no. */
final class RecogniserTest {
  private static final String TEMPLATE = "cloudformation";
  private static final String PLAN = "terraform plan";

  private static final String TOPIC = "{T: {Type: 'AWS::SNS::Topic'}}";

  /** One template without a version in the spellings that YAML has for it. */
  static Stream<String> spellings() {
    return Stream.of(
        "Resources: " + TOPIC,
        "Resources:\n  T:\n    Type: AWS::SNS::Topic\n",
        "  Resources:\n    T:\n      Type: AWS::SNS::Topic\n",
        "{Resources: " + TOPIC + "}",
        "# a comment\n{Resources: " + TOPIC + "}",
        "\n\n# a comment\n\n  {\n  Resources: " + TOPIC + "}",
        "---\nResources: " + TOPIC,
        "--- {Resources: " + TOPIC + "}",
        "--- # a comment\nResources: " + TOPIC,
        "---\n{Resources: " + TOPIC + "}\n...\n",
        "%YAML 1.1\n---\nResources: " + TOPIC,
        "%YAML 1.1\n--- {Resources: " + TOPIC + "}",
        "%TAG ! tag:a.test,2000:\n---\nResources: " + TOPIC,
        "!!map\nResources: " + TOPIC,
        "!!map {Resources: " + TOPIC + "}",
        "--- !!map\nResources: " + TOPIC,
        "--- !<tag:yaml.org,2002:map>\nResources: " + TOPIC,
        "&root\nResources: " + TOPIC,
        "&root {Resources: " + TOPIC + "}",
        "--- &root !!map\nResources: " + TOPIC,
        "\"Resources\": " + TOPIC,
        "'Resources': " + TOPIC,
        "\"\\x52esources\": " + TOPIC,
        "\"\\u0052esources\": " + TOPIC,
        "? Resources\n: " + TOPIC,
        "? \"Resources\"\n: T:\n    Type: AWS::SNS::Topic\n",
        "? |-\n  Resources\n: " + TOPIC,
        "? >-\n  Resources\n: " + TOPIC,
        "!!str Resources: " + TOPIC,
        "&key Resources: " + TOPIC,
        "Resources : " + TOPIC,
        "Resources: &all !!map\n  T: {Type: 'AWS::SNS::Topic'}\n",
        "Description: |\n  Metadata:\n  of another\nResources: " + TOPIC,
        "Base: &base\n  Resources: " + TOPIC + "\n<<: *base\n",
        "Base: &base " + TOPIC + "\nResources: *base\n",
        "Description: \"a\n\n  b\"\nResources: " + TOPIC,
        "Resources: " + TOPIC + " # the end",
        "Resources:\r\n  T:\r\n    Type: AWS::SNS::Topic\r\n",
        "\"Resources\": {\"T\": {\"Type\": \"AWS::SNS::Topic\",},}\n",
        "{\"Resources\": {\"T\": {\"Type\": \"AWS::SNS::Topic\",},},}\n",
        "{\"Resources\": # a comment\n {\"T\": {\"Type\": \"AWS::SNS::Topic\"}}}\n",
        "{\"Res\\u006furces\": {\"T\": {\"Type\": \"AWS::SNS::Topic\"}}}\n",
        "{\"Metadata\": {}, \"Resources\": {\"T\": {\"Type\": \"AWS::SNS::Topic\"}}}\n",
        "Resources:\n  Fn::ForEach::X: [N, [a], {T: {Type: 'AWS::SNS::Topic'}}]\n",
        "Resources: {}\n");
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void everySpellingOfATemplateIsOne(String text) {
    Recognised told = Recognised.of("t", text);
    assertEquals(TEMPLATE, told.kind(), () -> told.said().toString());
  }

  @Test
  void aVersionIsEnough() {
    for (String text :
        List.of(
            "AWSTemplateFormatVersion: '2010-09-09'\n",
            "? AWSTemplateFormatVersion\n: '2010-09-09'\n",
            "# x\n{AWSTemplateFormatVersion: '2010-09-09'}",
            "\"AWSTemplate\\x46ormatVersion\": x\n",
            "{\"AWSTemplateFormatVersion\": \"2010-09-09\"}")) {
      assertEquals(TEMPLATE, Recognised.of("t", text).kind(), text);
    }
  }

  @Test
  void aPlanIsOneInAnyOrderOfItsKeys() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode plan =
        (ObjectNode) json.readTree(Path.of("fixtures/terraform/compliant/plan.json").toFile());
    List<String> keys = new ArrayList<>();
    plan.fieldNames().forEachRemaining(keys::add);
    Random random = new Random(7);
    for (int i = 0; i < 12; i++) {
      Collections.shuffle(keys, random);
      ObjectNode shuffled = json.createObjectNode();
      keys.forEach(key -> shuffled.set(key, plan.get(key)));
      assertEquals(
          PLAN, Recognised.of("p", json.writeValueAsString(shuffled)).kind(), () -> "" + keys);
      assertEquals(PLAN, Recognised.of("p", shuffled.toPrettyString()).kind(), () -> "" + keys);
    }
    for (String only : List.of("planned_values", "resource_changes")) {
      JsonNode sparse = json.createObjectNode().set(only, plan.get(only));
      assertEquals(PLAN, Recognised.of("p", sparse.toString()).kind(), only);
    }
  }

  @Test
  void statesAreRecognised() {
    assertEquals(PLAN, Recognised.of("s", "{\"format_version\":\"1.0\"}").kind());
    assertEquals(
        PLAN,
        Recognised.of("s", "{\"values\":{},\"terraform_version\":\"1\",\"format_version\":\"1.0\"}")
            .kind());
    assertEquals(PLAN, Recognised.of("s", "{\"resources\":[],\"version\":4,\"serial\":1}").kind());
  }

  @Test
  void utf16IsReadWithAndWithoutAMark() throws UnreadableSource {
    String json = "{\"Resources\": {\"T\": {\"Type\": \"AWS::SNS::Topic\"}}, \"x\": \"é😀\"}";
    String yaml = "Resources: " + TOPIC + "\n# é😀\n";
    for (String text : List.of(json, yaml)) {
      for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        for (String mark : List.of("", "\uFEFF")) {
          SourceFile file = SourceFile.of("t", (mark + text).getBytes(charset));
          assertEquals(TEMPLATE, Recognised.of(file).kind(), charset + mark);
          assertEquals(text, file.text());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1",
        "{\"a\" 1}",
        "{\"Resources\": {\"T\": ",
        "{\"format_version\": \"1.2\", \"x\": [}",
        "[1, 2",
        "[}",
        "a: b: c",
        "Resources:\n\tT: x\n",
        "Resources: {T: {Type: 'AWS::SNS::Topic'}\n",
        "a: 'b\n",
        "a: *nowhere\n",
        "Resources: {}\n---\nResources: {}\n",
        "Resources:\n{% if x %}\n  T: {Type: 'AWS::SNS::Topic'}\n{% endif %}\n",
        "AWSTemplateFormatVersion: {{ version }}\na: b: c\n"
      })
  void brokenSyntaxIsNeverLeftOut(String text) {
    Recognised told = Recognised.of("x", text);
    // What names the sections of a template is recognised, and refused when it is read.
    assertTrue(List.of("broken", TEMPLATE).contains(told.kind()), told::toString);
  }

  @Test
  void noJsonAtAllIsBrokenToo() {
    assertEquals("broken", Recognised.of("plan.json", " \n").kind());
    assertEquals("other", Recognised.of("values.yaml", " \n").kind());
    assertEquals("other", Recognised.of("values.yaml", "# nothing\nx: 1\n").kind());
  }

  @Test
  void nothingOfWhatIsNoTemplateIsShown() {
    for (String text : List.of("{\"password\": \"HUNTER2\" \"x\"}", "password: HUNTER2: x\n")) {
      Recognised told = Recognised.of("x", text);
      assertEquals("broken", told.kind());
      assertFalse(Objects.requireNonNull(told.said().get(0).primary()).isQuoted());
      assertTrue(told.help().contains("`password`"), told::help);
      assertFalse(told.toString().contains("HUNTER2"), told::toString);
    }
  }

  @Test
  void whatIsPlainlyAnotherToolsIsSaidAndIsNoError() {
    assertOther(
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}: x\n",
        "places that another tool fills in");
    assertOther("# nothing yet\n# nor here\n", "the file is empty");
    assertOther("{{- if .Values.on }}\na: b\n{{- end }}\n", "places that another tool fills in");
    assertOther("{% for x in y %}\n- {{ x }}\n{% endfor %}\n", "places that another tool fills in");
    assertOther(
        "apiVersion: v1\nkind: A\n---\napiVersion: v1\nkind: B\n", "several YAML documents");
    assertOther("{\n  // strict\n  \"strict\": true,\n}\n", "JSON with comments");
    assertOther("{\"name\": \"web\", \"dependencies\": {}}", "neither a Terraform plan");
    assertOther("openapi: 3.0.0\npaths: {}\n", "neither a Terraform plan");
    assertOther("Resources:\n  - cpu\n", "neither a Terraform plan");
    assertOther("Resources: {cpu: 1}\n", "neither a Terraform plan");
    assertOther("[1, 2]", "neither a Terraform plan");
    assertOther("just text\n", "neither a Terraform plan");
  }

  private static void assertOther(String text, String message) {
    Recognised told = Recognised.of("x", text);
    assertEquals("other", told.kind(), told::toString);
    assertTrue(told.message().contains(message), told::message);
  }

  @Test
  void everyFixtureIsRecognised() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
      for (Path file :
          files
              .filter(one -> one.getFileName().toString().matches("plan\\.json|template\\..*"))
              .toList()) {
        String text = Files.readString(file);
        String kind = Recognised.of("x", text).kind();
        assertEquals(file.endsWith("plan.json") ? PLAN : TEMPLATE, kind, file::toString);
      }
    }
  }
}
