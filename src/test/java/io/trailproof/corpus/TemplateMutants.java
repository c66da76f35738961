package io.trailproof.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.catalog.constraint.Leeway;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that can be done to one value of a template that the schema of its type forbids, and
 * what can be done that it allows and that means the same.
 */
final class TemplateMutants {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  /** Changed text, which is no value of any list, and of no pattern worth its name. */
  private static final String NO_VALUE = "not a value!";

  /**
   * One of them.
   *
   * @param name such as {@code Alarm.Period.word}
   * @param forbidden whether CloudFormation takes no such template
   */
  record Mutant(String name, ObjectNode template, boolean forbidden) {}

  private final ObjectNode template;
  private final Leeway leeway;
  private final List<Mutant> found = new ArrayList<>();

  private TemplateMutants(ObjectNode template, Leeway leeway) {
    this.template = template;
    this.leeway = leeway;
  }

  static List<Mutant> of(ObjectNode template, JsonNode schemas, Leeway leeway) {
    TemplateMutants mutants = new TemplateMutants(template, leeway);
    for (Map.Entry<String, JsonNode> resource : template.get("Resources").properties()) {
      JsonNode schema = schemas.get(resource.getValue().path("Type").asText());
      if (schema != null) {
        mutants.resource(resource.getKey(), resource.getValue(), schema);
      }
    }
    return mutants.found;
  }

  private void resource(String id, JsonNode resource, JsonNode schema) {
    String at = "/Resources/" + id;
    String type = resource.get("Type").asText();
    forbid(at, "type-slip", one -> ((ObjectNode) one).put("Type", type + "s"));
    forbid(at, "attribute-slip", one -> ((ObjectNode) one).put("Dependson", id));
    forbid(at, "depends-on-nothing", one -> ((ObjectNode) one).put("DependsOn", "Nowhere"));
    forbid(at, "condition-missing", one -> ((ObjectNode) one).put("Condition", "Nowhere"));
    forbid(at, "properties-list", one -> ((ObjectNode) one).set("Properties", MAKE.arrayNode()));
    if (resource.get("Properties") instanceof ObjectNode properties) {
      object(at + "/Properties", properties, schema, schema);
    }
  }

  private void forbid(String at, String what, UnaryOperator<JsonNode> change) {
    add(at, what, true, change);
  }

  private void allow(String at, String what, UnaryOperator<JsonNode> change) {
    add(at, what, false, change);
  }

  private void add(String at, String what, boolean forbidden, UnaryOperator<JsonNode> change) {
    ObjectNode copy = template.deepCopy();
    int last = at.lastIndexOf('/');
    JsonNode parent = copy.at(at.substring(0, last));
    String key = at.substring(last + 1);
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(key), change.apply(list.get(Integer.parseInt(key))));
    } else {
      ((ObjectNode) parent).set(key, change.apply(parent.get(key)));
    }
    found.add(new Mutant(at.substring("/Resources/".length()) + " " + what, copy, forbidden));
  }

  private static JsonNode meant(JsonNode schema, JsonNode whole) {
    return schema.has("$ref") ? whole.at(schema.get("$ref").asText().substring(1)) : schema;
  }

  private static boolean isFunction(JsonNode value) {
    return value.isObject()
        && value.size() == 1
        && (value.has("Ref") || value.fieldNames().next().startsWith("Fn::"));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    (list.isArray() ? list : MAKE.arrayNode().add(list)).forEach(one -> texts.add(one.asText()));
    texts.remove("");
    return texts;
  }

  private void object(String at, ObjectNode object, JsonNode schema, JsonNode whole) {
    Set<String> required = texts(schema.path("required"));
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      if (required.contains(name)) {
        forbid(at, name + " removed", one -> ((ObjectNode) one).without(name));
      }
      JsonNode below = schema.path("properties").get(name);
      if (below != null) {
        forbid(
            at,
            name + " slip",
            one -> ((ObjectNode) one).<ObjectNode>without(name).set(name + "s", member.getValue()));
        texts(schema.path("dependentExcluded").path(name))
            .forEach(
                other ->
                    forbid(
                        at, name + " with " + other, one -> with(one, other, member.getValue())));
        value(at + "/" + name, member.getValue(), meant(below, whole), whole);
      }
    }
  }

  private static JsonNode with(JsonNode object, String name, JsonNode value) {
    return ((ObjectNode) object).<ObjectNode>set(name, value);
  }

  private void value(String at, JsonNode value, JsonNode schema, JsonNode whole) {
    Set<String> types = texts(schema.path("type"));
    shapes(at, value, types);
    if (isFunction(value)) {
      return;
    }
    allow(at, "wrapped", TemplateMutants::wrapped);
    if (value instanceof ObjectNode object) {
      object(at, object, schema, whole);
    } else if (value instanceof ArrayNode list) {
      list(at, list, schema, whole);
    } else {
      scalar(at, value, schema, types);
    }
  }

  /** The same value, chosen by a condition that always holds. */
  private static JsonNode wrapped(JsonNode value) {
    return MAKE.objectNode()
        .set(
            "Fn::If",
            MAKE.arrayNode()
                .add("Always")
                .add(value)
                .add(MAKE.objectNode().put("Ref", "AWS::NoValue")));
  }

  private void shapes(String at, JsonNode value, Set<String> types) {
    forbid(at, "null", one -> MAKE.nullNode());
    if (types.isEmpty()) {
      return;
    }
    if (!types.contains("array")) {
      forbid(at, "list", one -> MAKE.arrayNode().add(value));
      forbid(at, "empty-list", one -> MAKE.arrayNode());
    }
    if (!types.contains("object")) {
      forbid(at, "map", one -> MAKE.objectNode().put("A", "b"));
    }
    if (Set.of("array", "object").containsAll(types)) {
      forbid(at, "scalar", one -> MAKE.textNode("arn:aws:sns:eu-west-1:111122223333:alerts"));
    }
  }

  private void list(String at, ArrayNode list, JsonNode schema, JsonNode whole) {
    if (schema.path("minItems").asInt() > 0) {
      forbid(at, "empty-list", one -> MAKE.arrayNode());
    }
    if (schema.path("uniqueItems").asBoolean() && list.size() > 0) {
      forbid(at, "twice", one -> ((ArrayNode) one).add(list.get(0)));
    }
    int most = schema.path("maxItems").asInt(schema.path("maxUniqueItems").asInt(50));
    if (most < 50 && list.size() > 0) {
      forbid(
          at,
          "too-many",
          one -> {
            ArrayNode many = (ArrayNode) one;
            for (int i = many.size(); i <= most; i++) {
              many.add(list.get(0).isObject() ? list.get(0) : MAKE.textNode("item" + i));
            }
            return many;
          });
    }
    JsonNode below = schema.get("items");
    for (int i = 0; below != null && i < list.size(); i++) {
      value(at + "/" + i, list.get(i), meant(below, whole), whole);
    }
  }

  private void scalar(String at, JsonNode value, JsonNode schema, Set<String> types) {
    boolean number = types.contains("integer") || types.contains("number");
    if (types.contains("boolean")) {
      forbid(at, "maybe", one -> MAKE.textNode("maybe"));
    } else if (number) {
      forbid(at, "word", one -> MAKE.textNode("many"));
      forbid(at, "empty", one -> MAKE.textNode(""));
    }
    if (types.contains("integer")) {
      forbid(at, "fraction", one -> MAKE.numberNode(new BigDecimal("1.5")));
    }
    if (number && schema.has("minimum")) {
      BigDecimal least = schema.get("minimum").decimalValue();
      forbid(at, "too-small", one -> MAKE.numberNode(least.subtract(BigDecimal.ONE)));
    }
    if (number && schema.has("maximum")) {
      BigDecimal most = schema.get("maximum").decimalValue();
      forbid(at, "too-large", one -> MAKE.numberNode(most.add(BigDecimal.ONE)));
    }
    if (schema.has("enum") || isOfPattern(schema)) {
      forbid(at, "text", one -> MAKE.textNode(NO_VALUE));
    }
    if (types.contains("string")) {
      int most = schema.path("maxLength").asInt(10_000);
      if (most < 10_000) {
        forbid(at, "long", one -> MAKE.textNode("a".repeat(most + 1)));
      }
      if (schema.path("minLength").asInt() > 0) {
        forbid(at, "empty", one -> MAKE.textNode(""));
      }
    }
    if (types.size() == 1 && !value.isTextual()) {
      allow(at, "as-text", one -> MAKE.textNode(value.asText()));
    }
    if (value.isTextual() && !value.asText().contains("${") && !value.asText().isEmpty()) {
      allow(at, "sub", one -> MAKE.objectNode().set("Fn::Sub", value));
      allow(
          at,
          "join",
          one ->
              MAKE.objectNode()
                  .set("Fn::Join", MAKE.arrayNode().add("").add(MAKE.arrayNode().add(value))));
    }
  }

  private boolean isOfPattern(JsonNode schema) {
    Leeway.Format format = leeway.formats().get(schema.path("format").asText());
    return (schema.has("pattern")
            && !Pattern.compile(schema.get("pattern").asText()).matcher(NO_VALUE).find())
        || format != null;
  }

  /** How many of a kind there are, for what the test prints. */
  static String count(List<Mutant> mutants) {
    return mutants.stream()
        .collect(Collectors.partitioningBy(Mutant::forbidden, Collectors.counting()))
        .toString();
  }
}
