package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verdict of a template does not hang on, and what parameters may do to it. */
final class TemplateLawProperties {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TEMPLATES =
      Set.of("template.yaml", "template.json", "template.yml");
  private static final int SOME_VALUES = 2;
  private static final String REFUSED = "iam-policy-changes/refused";
  private static final String PARAMETER = "LawParameter";

  /** Functions that take the name of a resource, alone or in a text. */
  private static final Set<String> NAMING = Set.of("Ref", "Fn::GetAtt", "Fn::Sub", "DependsOn");

  private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([A-Za-z0-9]+)([.}])");

  /** Bystanders: of types that the catalog knows, and of some that it does not. */
  private static final List<String> BYSTANDERS =
      List.of(
          "AWS::Logs::LogGroup",
          "AWS::SNS::Topic",
          "AWS::SQS::Queue",
          "AWS::IAM::ManagedPolicy",
          "AWS::EC2::VPC",
          "AWS::DynamoDB::Table");

  /** What a value that is not known may mean, so that a finding may be told in other words. */
  private static final Set<String> MAY_BE_MEANT = Set.of("AWS::Logs::LogGroup", "AWS::SNS::Topic");

  @TempDir Path folder;

  record Input(String name, ObjectNode template) {
    ObjectNode copy() {
      return template.deepCopy();
    }
  }

  static List<Input> inputs(Random random) throws IOException {
    List<Input> inputs = read(Answer.inputs("cloudformation", TEMPLATES, random));
    assertTrue(inputs.size() >= Math.min(15, Answer.INPUTS / 3), "only " + inputs.size());
    return inputs;
  }

  /** Some of the fixtures that prove the rule. */
  static List<Input> proven(int some, Random random) throws IOException {
    List<Path> proven = new ArrayList<>();
    for (Path path : FixturesTest.inputs()) {
      Path expected = path.resolveSibling("expected.json");
      if (path.startsWith(Path.of("fixtures", "cloudformation"))
          && TEMPLATES.contains(path.getFileName().toString())
          && Files.exists(expected)
          && JSON.readTree(expected.toFile())
              .at("/deployments/0/rules/0/verdict")
              .asText()
              .equals("pass")) {
        proven.add(path);
      }
    }
    Collections.shuffle(proven, random);
    return read(proven.subList(0, some));
  }

  private static List<Input> read(List<Path> paths) throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (Path path : paths) {
      Optional<JsonNode> read = TemplateAsJson.read(path);
      if (read.isPresent()
          && read.get() instanceof ObjectNode template
          && template.path("Resources").isObject()) {
        inputs.add(new Input(path.toString(), template));
      }
    }
    return inputs;
  }

  private Answer answer(JsonNode template, String... more) throws IOException {
    return Answer.of(folder, "template.json", template, more);
  }

  @Test
  void anUnrelatedResourceChangesNothing() throws IOException {
    Random random = new Random(11);
    List<String> broken = new ArrayList<>();
    for (Input input : inputs(random)) {
      Answer before = answer(input.template());
      for (String type : List.of(any(random, BYSTANDERS), any(random, BYSTANDERS))) {
        ObjectNode more = input.copy();
        ObjectNode resource = JSON.createObjectNode().put("Type", type);
        if (type.equals("AWS::EC2::VPC")) {
          resource.putObject("Properties").put("CidrBlock", "10.0.0.0/16");
        } else if (type.equals("AWS::IAM::ManagedPolicy")) {
          resource.putObject("Properties").putObject("PolicyDocument").putArray("Statement");
        }
        ((ObjectNode) more.get("Resources")).set("TheBystander", resource);
        Answer after = answer(more);
        if (MAY_BE_MEANT.contains(type) ? !before.agrees(after) : !before.same(after)) {
          broken.add(input.name() + " beside " + type + ": " + before + " becomes " + after);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void renamingEverythingChangesNothing() throws IOException {
    Random random = new Random(13);
    List<String> broken = new ArrayList<>();
    for (Input input : inputs(random)) {
      Map<String, String> names = new TreeMap<>();
      input
          .template()
          .get("Resources")
          .properties()
          .forEach(one -> names.put(one.getKey(), "R" + random.nextInt(1000) + one.getKey()));
      if (names.keySet().stream().anyMatch(name -> name.startsWith("Fn::"))
          || input.template().has("Transform")) {
        continue; // what a loop or SAM makes is named after its logical id
      }
      Answer before = answer(input.template());
      Answer after = answer(renamed(input.template(), names, ""));
      if (!before.same(after)) {
        broken.add(input.name() + ": " + before + " becomes " + after);
      }
    }
    assertEquals(List.of(), broken);
  }

  private static JsonNode renamed(JsonNode node, Map<String, String> names, String key) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JSON.createObjectNode();
      object
          .properties()
          .forEach(
              one ->
                  copy.set(
                      key.equals("Resources")
                          ? names.getOrDefault(one.getKey(), one.getKey())
                          : one.getKey(),
                      renamed(one.getValue(), names, one.getKey())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JSON.createArrayNode();
      for (int i = 0; i < array.size(); i++) {
        boolean isName = i == 0 || !key.equals("Fn::GetAtt");
        copy.add(isName ? renamed(array.get(i), names, key) : array.get(i));
      }
      return copy;
    }
    if (!node.isTextual() || !NAMING.contains(key)) {
      return node;
    }
    String text = node.asText();
    if (key.equals("Fn::Sub")) {
      return TextNode.valueOf(
          IN_TEXT
              .matcher(text)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(
                          "${"
                              + names.getOrDefault(found.group(1), found.group(1))
                              + found.group(2))));
    }
    int dot = key.equals("Fn::GetAtt") ? text.indexOf('.') : -1;
    String name = dot < 0 ? text : text.substring(0, dot);
    return TextNode.valueOf(names.getOrDefault(name, name) + (dot < 0 ? "" : text.substring(dot)));
  }

  /** A literal of a resource, and what stands in its place. */
  private record Literal(JsonNode holder, String key, int index, JsonNode value) {
    void put(JsonNode other) {
      if (holder instanceof ArrayNode array) {
        array.set(index, other);
      } else {
        ((ObjectNode) holder).set(key, other);
      }
    }
  }

  private static List<Literal> literals(ObjectNode template) {
    List<Literal> found = new ArrayList<>();
    template.get("Resources").forEach(one -> collect(one.path("Properties"), found));
    return found;
  }

  private static void collect(JsonNode node, List<Literal> into) {
    if (node instanceof ObjectNode object) {
      if (object.size() == 1 && isFunction(object.fieldNames().next())) {
        return;
      }
      object.properties().forEach(one -> add(object, one.getKey(), 0, one.getValue(), into));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        add(array, "", i, array.get(i), into);
      }
    }
  }

  private static boolean isFunction(String key) {
    return key.startsWith("Fn::") || key.equals("Ref") || key.equals("Condition");
  }

  private static void add(
      JsonNode holder, String key, int index, JsonNode value, List<Literal> into) {
    if (value.isContainerNode()) {
      collect(value, into);
    } else if (!value.isNull() && !value.asText().isEmpty()) {
      into.add(new Literal(holder, key, index, value));
    }
  }

  /**
   * A parameter without default in place of a literal takes no certainty back, and what it is given
   * decides only what it left open.
   */
  @Test
  void aParameterInPlaceOfALiteralMovesUnknownOnly() throws IOException {
    Random random = new Random(17);
    List<String> broken = new ArrayList<>();
    int certain = 0;
    for (Input input : inputs(random)) {
      Answer literal = answer(input.template());
      for (int i = 0; i < SOME_VALUES; i++) {
        ObjectNode template = input.copy();
        List<Literal> literals = literals(template);
        if (literals.isEmpty()) {
          break;
        }
        Literal one = any(random, literals);
        String other = any(random, literals).value().asText();
        one.put(JSON.createObjectNode().put("Ref", PARAMETER));
        parameters(template).putObject(PARAMETER).put("Type", "String");
        Answer open = answer(template);
        certain += open.events().containsValue("unknown") ? 0 : 1;
        String what = input.name() + " with a parameter for " + one.key() + " " + one.value();
        broken.addAll(against(what, open, literal));
        String own = PARAMETER + "=" + one.value().asText();
        Answer given = answer(template, "--parameter", own);
        if (!given.agrees(literal)) {
          broken.add(what + " given: " + literal + " becomes " + given);
        }
        Answer another = answer(template, "--parameter", PARAMETER + "=" + other);
        // A value that is not known satisfies every limit (F255); another one may be refused.
        if (!another.codes().contains(REFUSED)) {
          broken.addAll(against(what + ", given " + other, open, another));
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(certain > 5, "only " + certain + " answers were certain");
  }

  static List<String> against(String what, Answer open, Answer known) {
    List<String> against = open.contradicts(known);
    return against.isEmpty()
        ? List.of()
        : List.of(what + ": " + against + " " + known.codes() + " " + open.codes());
  }

  static ObjectNode parameters(ObjectNode template) {
    return template.has("Parameters")
        ? (ObjectNode) template.get("Parameters")
        : template.putObject("Parameters");
  }

  private static <T> T any(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
