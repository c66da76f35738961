package io.trailproof.input.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Strangers;
import io.trailproof.corpus.Corpus;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputFormat;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.input.opening.Recogniser;
import io.trailproof.input.terraform.plan.DataSources;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What must hold of every plan: each of the fixtures, and each of the corpus where that is at hand.
 */
class PlanProperties {
  private static final Path ROOT = Path.of(System.getProperty("trailproof.root", "."));
  private static final Path FIXTURES = ROOT.resolve("fixtures").resolve("terraform");

  /** How many cuts of a plan are tried beside those near its ends; 0 tries every byte. */
  private static final int CUTS = Integer.getInteger("trailproof.cuts", 20);

  private static final int EDGE = 24;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Catalog CATALOG = BundledCatalog.read();
  private static final Strangers STRANGERS = new Strangers(CATALOG);
  private static final TerraformFormat FORMAT = new TerraformFormat(CATALOG);
  private static final Recogniser RECOGNISER = new Recogniser(List.of(FORMAT));

  /** Arrays whose order means nothing in a plan. */
  private static final List<String> UNORDERED =
      List.of("resources", "child_modules", "resource_changes");

  /** Members that say nothing of what a plan would make. */
  private static final Set<String> UNRELATED =
      Set.of(
          "terraform_version",
          "timestamp",
          "applyable",
          "complete",
          "relevant_attributes",
          "checks",
          "output_changes",
          "serial",
          "schema_version",
          "action_reason",
          "replace_paths",
          "version_constraint",
          "provisioners");

  private static List<Path> plans() throws IOException {
    List<Path> plans = new ArrayList<>(plans(FIXTURES));
    plans.addAll(Corpus.plans());
    assertFalse(plans.size() < 40, "only " + plans.size() + " plans");
    return plans;
  }

  private static List<Path> plans(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.endsWith("plan.json") || path.endsWith("state.json"))
          .sorted()
          .toList();
    }
  }

  private static String shown(String json) throws UnreadableSource {
    Outcome<Reading> outcome =
        FORMAT.read(
            List.of(SourceFile.of("plan.json", json.getBytes(StandardCharsets.UTF_8))),
            ReadSettings.NONE);
    assertEquals(List.of(), outcome.diagnostics());
    return Shown.of(outcome.value().orElseThrow());
  }

  private static Stream<DynamicTest> each(Claim claim) throws IOException {
    return plans().stream()
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path.getName(path.getNameCount() - 2).toString(),
                    () -> claim.hold(SourceFile.open("plan.json", path).text())));
  }

  private interface Claim {
    void hold(String plan) throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> theOrderOfKeysAndResourcesChangesNothing() throws IOException {
    return each(
        plan -> {
          for (int seed = 0; seed < 2; seed++) {
            JsonNode shuffled = rewritten(JSON.readTree(plan), "", new Random(seed), true, false);
            assertEquals(shown(plan), shown(JSON.writeValueAsString(shuffled)));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> unknownKeysAndWhiteSpaceChangeNothing() throws IOException {
    return each(
        plan -> {
          JsonNode more = rewritten(JSON.readTree(plan), "", new Random(1), false, true);
          assertEquals(
              shown(plan), shown(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(more)));
        });
  }

  @TestFactory
  Stream<DynamicTest> unrelatedKeysAndResourcesMayBeMissing() throws IOException {
    return each(
        plan ->
            assertEquals(
                shown(plan), shown(JSON.writeValueAsString(without(JSON.readTree(plan), "")))));
  }

  @TestFactory
  Stream<DynamicTest> everyCutIsAnErrorWithAPlace() throws IOException {
    return each(
        plan -> {
          byte[] bytes = plan.strip().getBytes(StandardCharsets.UTF_8);
          cuts(bytes.length)
              .forEach(length -> assertRefused(Arrays.copyOf(bytes, length), "cut at " + length));
        });
  }

  private static IntStream cuts(int length) {
    return CUTS == 0
        ? IntStream.range(1, length)
        : IntStream.concat(
                IntStream.concat(IntStream.range(1, EDGE), IntStream.range(length - EDGE, length)),
                new Random(length).ints(CUTS, 1, length))
            .distinct();
  }

  /** Whoever reads it, the recogniser or the format, says where it breaks off. */
  private static void assertRefused(byte[] cut, String what) {
    SourceFile file;
    try {
      file = SourceFile.of("plan.json", cut);
    } catch (UnreadableSource e) {
      assertFalse(e.place().isEmpty(), what); // within a character
      return;
    }
    Outcome<InputFormat> format = RECOGNISER.format(file);
    List<Diagnostic> said = format.diagnostics();
    if (format.value().isPresent()) {
      Outcome<Reading> outcome = FORMAT.read(List.of(file), ReadSettings.NONE);
      said = outcome.diagnostics();
      assertEquals(List.of(), outcome.value().orElseThrow().resources(), what);
    }
    assertEquals(List.of("invalid-json"), said.stream().map(Diagnostic::code).toList(), what);
    assertFalse(said.get(0).primary() == null, what);
  }

  /** The same document without what nobody asks about. */
  private static JsonNode without(JsonNode node, String key) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().stream()
          .filter(member -> isFree(key, node) || !UNRELATED.contains(member.getKey()))
          .forEach(
              member ->
                  copy.set(
                      member.getKey(),
                      isFree(key, node) || isFree(member.getKey(), member.getValue())
                          ? member.getValue()
                          : without(member.getValue(), member.getKey())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      for (JsonNode item : node) {
        if (!UNORDERED.contains(key) || !isUnrelated(item)) {
          copy.add(without(item, key));
        }
      }
      return copy;
    }
    return node;
  }

  private static boolean isUnrelated(JsonNode resource) {
    String type = resource.path("type").asText();
    return resource.has("type")
        && CATALOG.terraform(type).isEmpty()
        && !STRANGERS.have(type)
        && !DataSources.TYPES.contains(type)
        && !MadeByStacks.TYPES.contains(type);
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
