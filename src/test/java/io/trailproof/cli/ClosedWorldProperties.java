package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What nobody knows of is no proof: a property or a type that no snapshot has, on a whole chain or
 * referring to it, never leaves a pass, and beside the chain it changes nothing.
 */
final class ClosedWorldProperties {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHANGES = 4;

  /** Lists of objects whose members are read one by one. */
  private static final List<String> LISTS =
      List.of("MetricTransformations", "EventSelectors", "AdvancedEventSelectors", "Metrics");

  private static final List<String> BLOCKS =
      List.of("metric_transformation", "event_selector", "advanced_event_selector", "metric_query");

  @TempDir Path folder;

  /** A proven input and the addresses on its path. */
  private record Proven(String name, ObjectNode input, List<String> path) {}

  private Checked check(String name, JsonNode input) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, JSON.writeValueAsBytes(input));
    return Checked.of("--rule", "iam-policy-changes", file.toString());
  }

  private Optional<Proven> proven(String name, String file, ObjectNode input) throws IOException {
    Checked checked = check(file, input);
    Answer answer = Answer.of(checked);
    if (!Set.copyOf(answer.verdict()).equals(Set.of("pass"))) {
      return Optional.empty();
    }
    return Optional.of(new Proven(name, input, List.copyOf(addresses(checked))));
  }

  private static Set<String> addresses(Checked checked) {
    Set<String> path = new TreeSet<>();
    checked
        .json()
        .findValues("path")
        .forEach(steps -> steps.findValuesAsText("address").forEach(path::add));
    return path;
  }

  /** All fixtures, since few of them are proven, and some of the corpora. */
  private static Set<Path> inputs(String format, Set<String> names, Random random)
      throws IOException {
    Set<Path> inputs = new LinkedHashSet<>(Answer.inputs(format, names, random));
    for (Path input : FixturesTest.inputs()) {
      if (input.startsWith(Path.of("fixtures", format))
          && names.contains(String.valueOf(input.getFileName()))) {
        inputs.add(input);
      }
    }
    return inputs;
  }

  private static String name(Random random) {
    return "Zq" + (char) ('a' + random.nextInt(26)) + "xvkj" + random.nextInt(1000);
  }

  private static JsonNode value(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> JSON.getNodeFactory().textNode("on");
      case 1 -> JSON.getNodeFactory().booleanNode(false);
      case 2 -> JSON.getNodeFactory().numberNode(7);
      case 3 -> JSON.createArrayNode().add("one");
      default -> JSON.createObjectNode().put("Inner", "one");
    };
  }

  @Test
  void templates() throws IOException {
    Random random = new Random(91);
    List<String> broken = new ArrayList<>();
    int tried = 0;
    Set<String> names = Set.of("template.yaml", "template.json", "template.yml");
    int proofs = 0;
    for (Path path : inputs("cloudformation", names, random)) {
      if (proofs >= Math.max(4, Answer.INPUTS / 2)) {
        break;
      }
      Optional<JsonNode> read = TemplateAsJson.read(path);
      if (read.isEmpty() || !read.get().path("Resources").isObject()) {
        continue;
      }
      Proven proven =
          proven(path.toString(), "template.json", (ObjectNode) read.get()).orElse(null);
      if (proven == null) {
        continue;
      }
      proofs++;
      List<String> own =
          proven.path().stream().filter(id -> read.get().path("Resources").has(id)).toList();
      for (int i = 0; i < CHANGES && !own.isEmpty(); i++) {
        tried++;
        String id = own.get(random.nextInt(own.size()));
        ObjectNode set = proven.input().deepCopy();
        String property = name(random);
        holder(properties(set, id), LISTS, random).set(property, value(random));
        isNotProven("template.json", set, id, path + " " + id + "." + property, broken);
        ObjectNode unset = proven.input().deepCopy();
        properties(unset, id).putObject(property).put("Ref", "AWS::NoValue");
        passes("template.json", unset, path + " without " + property, broken);
        ObjectNode referred = proven.input().deepCopy();
        stranger(referred, random.nextBoolean() ? JSON.createObjectNode().put("Ref", id) : sub(id));
        isNotProven("template.json", referred, id, path + " refers to " + id, broken);
        ObjectNode beside = proven.input().deepCopy();
        ObjectNode bystander = JSON.createObjectNode().put("Type", "AWS::SNS::Topic");
        bystander.putObject("Properties").set(property, value(random));
        resources(beside).set("LawBystander", bystander);
        stranger(beside, JSON.createObjectNode().put("Ref", "LawBystander"));
        passes("template.json", beside, path + " beside " + property, broken);
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(tried >= 12, "only " + tried);
  }

  private static ObjectNode sub(String id) {
    return JSON.createObjectNode().put("Fn::Sub", "${" + id + "}");
  }

  private static ObjectNode resources(ObjectNode template) {
    return (ObjectNode) template.get("Resources");
  }

  private static ObjectNode properties(ObjectNode template, String id) {
    return ((ObjectNode) resources(template).get(id)).withObjectProperty("Properties");
  }

  /** The object itself, or now and then one in a list of it. */
  private static ObjectNode holder(ObjectNode properties, List<String> lists, Random random) {
    for (String list : lists) {
      JsonNode items = properties.path(list);
      if (items.isArray() && items.path(0).isObject() && random.nextBoolean()) {
        return (ObjectNode) items.get(0);
      }
    }
    return properties;
  }

  private static void stranger(ObjectNode template, JsonNode target) {
    ObjectNode stranger = JSON.createObjectNode().put("Type", "AWS::Zqxvkj::Governor");
    stranger.putObject("Properties").putArray("Governs").addObject().set("Target", target);
    resources(template).set("LawStranger", stranger);
  }

  private void passes(String file, JsonNode input, String what, List<String> broken)
      throws IOException {
    Answer answer = Answer.of(check(file, input));
    if (!Set.copyOf(answer.verdict()).equals(Set.of("pass"))) {
      broken.add(what + ": " + answer.verdict() + " " + answer.codes());
    }
  }

  /** Unless there is another way that leaves the resource out. */
  private void isNotProven(
      String file, JsonNode input, String address, String what, List<String> broken)
      throws IOException {
    Checked checked = check(file, input);
    Answer answer = Answer.of(checked);
    boolean passes = Set.copyOf(answer.verdict()).equals(Set.of("pass"));
    if (passes && addresses(checked).contains(address)) {
      broken.add(what + ": " + answer.verdict() + " " + answer.codes());
    }
  }

  @Test
  void plans() throws IOException {
    Random random = new Random(92);
    List<String> broken = new ArrayList<>();
    int tried = 0;
    int proofs = 0;
    for (Path path : inputs("terraform", Set.of("plan.json"), random)) {
      if (proofs >= Math.max(4, Answer.INPUTS / 2)) {
        break;
      }
      JsonNode read = PlanLawProperties.read(path);
      Proven proven =
          read instanceof ObjectNode plan
              ? proven(path.toString(), "plan.json", plan).orElse(null)
              : null;
      if (proven == null) {
        continue;
      }
      proofs++;
      List<String> own =
          proven.path().stream()
              .filter(id -> resource(proven.input(), "configuration", id).isPresent())
              .filter(id -> resource(proven.input(), "planned_values", id).isPresent())
              .toList();
      for (int i = 0; i < CHANGES && !own.isEmpty(); i++) {
        tried++;
        String id = own.get(random.nextInt(own.size()));
        String property = name(random).toLowerCase(Locale.ROOT);
        ObjectNode given = proven.input().deepCopy();
        set(given, id, property, value(random), random);
        write(given, id, property);
        isNotProven("plan.json", given, id, path + " " + id + "." + property, broken);
        ObjectNode told = proven.input().deepCopy();
        set(told, id, property, value(random), random);
        passes("plan.json", told, path + " tells " + property, broken);
        ObjectNode referred = proven.input().deepCopy();
        stranger(referred, id);
        isNotProven("plan.json", referred, id, path + " refers to " + id, broken);
        ObjectNode beside = proven.input().deepCopy();
        bystander(beside, property);
        stranger(beside, "aws_sns_topic.law_bystander");
        passes("plan.json", beside, path + " beside " + property, broken);
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(tried >= 12, "only " + tried);
  }

  private static JsonNode root(JsonNode plan, String section) {
    return plan.path(section).path("root_module").path("resources");
  }

  private static Optional<ObjectNode> resource(JsonNode plan, String section, String address) {
    for (JsonNode one : root(plan, section)) {
      if (one.path("address").asText().equals(address) && one instanceof ObjectNode found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Gives a value at the top, or within a block that the configuration writes. */
  private static void set(
      ObjectNode plan, String address, String property, JsonNode value, Random random) {
    ObjectNode values =
        (ObjectNode) resource(plan, "planned_values", address).orElseThrow().get("values");
    ObjectNode written = expressions(plan, address);
    List<String> blocks = BLOCKS.stream().filter(written::has).toList();
    holder(values, blocks, random).set(property, value);
  }

  private static ObjectNode expressions(ObjectNode plan, String address) {
    return resource(plan, "configuration", address).orElseThrow().withObjectProperty("expressions");
  }

  /** Says in the configuration that the property is given, wherever it stands. */
  private static void write(ObjectNode plan, String address, String property) {
    ObjectNode values =
        (ObjectNode) resource(plan, "planned_values", address).orElseThrow().get("values");
    ObjectNode into = expressions(plan, address);
    for (String block : BLOCKS) {
      if (values.path(block).path(0).has(property)
          && into.path(block).path(0) instanceof ObjectNode written) {
        into = written;
        break;
      }
    }
    into.putObject(property).putArray("references").add("var.law");
  }

  private static ObjectNode made(String type, String name) {
    return JSON.createObjectNode()
        .put("address", type + "." + name)
        .put("mode", "managed")
        .put("type", type)
        .put("name", name)
        .put("provider_name", "registry.terraform.io/hashicorp/aws");
  }

  private static void add(
      ObjectNode plan, ObjectNode made, ObjectNode values, ObjectNode expressions) {
    ((ArrayNode) root(plan, "planned_values")).add(made.deepCopy().set("values", values));
    ObjectNode change = JSON.createObjectNode();
    change.putArray("actions").add("create");
    change.putNull("before");
    change.set("after", values);
    change.putObject("after_unknown");
    plan.withArrayProperty("resource_changes").add(made.deepCopy().set("change", change));
    ((ArrayNode) root(plan, "configuration"))
        .add(
            made.deepCopy()
                .put("provider_config_key", "aws")
                .put("schema_version", 0)
                .set("expressions", expressions));
  }

  private static void stranger(ObjectNode plan, String target) {
    ObjectNode expressions = JSON.createObjectNode();
    expressions.putObject("target").putArray("references").add(target + ".id").add(target);
    add(plan, made("aws_zqxvkj_governor", "law"), JSON.createObjectNode(), expressions);
  }

  private static void bystander(ObjectNode plan, String property) {
    ObjectNode values =
        JSON.createObjectNode().put("name", "the-law-bystander").put(property, "on");
    ObjectNode expressions = JSON.createObjectNode();
    expressions.putObject("name").put("constant_value", "the-law-bystander");
    expressions.putObject(property).put("constant_value", "on");
    add(plan, made("aws_sns_topic", "law_bystander"), values, expressions);
  }
}
