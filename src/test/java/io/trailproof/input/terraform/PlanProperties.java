package io.trailproof.input.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.ReadSettings;
import io.trailproof.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PlanProperties {
  private static final Path FIXTURES =
      Path.of(System.getProperty("trailproof.root", "."), "fixtures", "terraform");
  private static final List<String> CASES =
      List.of("modules", "for-each", "conditional-topic", "targeted", "policy-document");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Arrays whose order means nothing in a plan. */
  private static final List<String> UNORDERED =
      List.of("resources", "child_modules", "resource_changes");

  private static String plan(String name) throws Exception {
    return Files.readString(FIXTURES.resolve("reading-" + name).resolve("plan.json"));
  }

  private static String shown(String json) {
    return Shown.of(Plans.read(json, ReadSettings.NONE));
  }

  private static Stream<DynamicTest> each(Claim claim) {
    return CASES.stream().map(name -> DynamicTest.dynamicTest(name, () -> claim.hold(plan(name))));
  }

  private interface Claim {
    void hold(String plan) throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> theOrderOfKeysAndResourcesChangesNothing() {
    return each(
        plan -> {
          for (int seed = 0; seed < 5; seed++) {
            JsonNode shuffled = rewritten(JSON.readTree(plan), "", new Random(seed), true, false);
            assertEquals(shown(plan), shown(JSON.writeValueAsString(shuffled)));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> unknownKeysAndWhiteSpaceChangeNothing() {
    return each(
        plan -> {
          JsonNode more = rewritten(JSON.readTree(plan), "", new Random(1), false, true);
          assertEquals(
              shown(plan), shown(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(more)));
        });
  }

  @TestFactory
  Stream<DynamicTest> everyCutIsAnErrorWithAPlace() {
    return Stream.of("conditional-topic")
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      byte[] bytes = plan(name).strip().getBytes(StandardCharsets.UTF_8);
                      TerraformFormat format = new TerraformFormat(StubCatalog.catalog());
                      for (int length = 0; length < bytes.length; length++) {
                        SourceFile file = SourceFile.of("plan.json", Arrays.copyOf(bytes, length));
                        var outcome = format.read(List.of(file), ReadSettings.NONE);
                        assertEquals(1, outcome.diagnostics().size());
                        Diagnostic diagnostic = outcome.diagnostics().get(0);
                        assertEquals("invalid-json", diagnostic.code());
                        assertFalse(diagnostic.primary() == null);
                        assertEquals(List.of(), outcome.value().orElseThrow().resources());
                      }
                    }));
  }

  /** The same document with members and unordered arrays shuffled, or with members added. */
  private static JsonNode rewritten(
      JsonNode node, String key, Random random, boolean shuffle, boolean add) {
    if (node.isObject()) {
      List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
      if (shuffle) {
        Collections.shuffle(members, random);
      }
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      if (add && !isFree(key, node)) {
        copy.set("zz_added", JSON.createObjectNode().put("type", "aws_sns_topic"));
      }
      members.forEach(
          member ->
              copy.set(
                  member.getKey(),
                  isFree(key, node) || isFree(member.getKey(), member.getValue())
                      ? member.getValue()
                      : rewritten(member.getValue(), member.getKey(), random, shuffle, add)));
      return copy;
    }
    if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      node.forEach(item -> items.add(rewritten(item, key, random, shuffle, add)));
      if (shuffle && UNORDERED.contains(key)) {
        Collections.shuffle(items, random);
      }
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      return copy.addAll(items);
    }
    return node;
  }

  /** Members whose own members are names of things, not keys of the format. */
  private static boolean isFree(String key, JsonNode node) {
    return !node.has("root_module")
        && List.of(
                "values",
                "before",
                "after",
                "after_unknown",
                "sensitive_values",
                "expressions",
                "variables",
                "provider_config",
                "module_calls",
                "outputs",
                "for_each_expression",
                "count_expression",
                "expression")
            .contains(key);
  }
}
