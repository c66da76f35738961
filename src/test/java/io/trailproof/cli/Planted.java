package io.trailproof.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.trailproof.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A JSON input in which texts were replaced by others. */
public final class Planted {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root;

  private Planted(ObjectNode root) {
    this.root = root;
  }

  /** An input that a test made. */
  public static Planted of(ObjectNode root) {
    return new Planted(root);
  }

  static Planted in(Path file) throws IOException {
    return new Planted((ObjectNode) JSON.readTree(Files.readString(file)));
  }

  Planted copy() {
    return new Planted(root.deepCopy());
  }

  ObjectNode root() {
    return root;
  }

  /** A text in the input: the container that holds it and where. */
  public record Leaf(JsonNode container, String key, int index) {
    public String text() {
      return (container.isArray() ? container.get(index) : container.get(key)).asText();
    }

    void set(JsonNode value) {
      if (container instanceof ArrayNode array) {
        array.set(index, value);
      } else if (container instanceof ObjectNode object) {
        object.set(key, value);
      }
    }

    public void change(UnaryOperator<String> change) {
      set(TextNode.valueOf(change.apply(text())));
    }
  }

  /** Every text below some member of the root, in order. */
  List<Leaf> leaves(String member) {
    List<Leaf> found = new ArrayList<>();
    collect(root.path(member), found);
    return found;
  }

  /** Every text among the values that a plan gives its resources, wherever they are repeated. */
  public List<Leaf> values() {
    List<Leaf> found = new ArrayList<>();
    values(root.path("planned_values"), "values", found);
    values(root.path("resource_changes"), "after", found);
    return found;
  }

  private static void values(JsonNode node, String holder, List<Leaf> found) {
    if (node.has(holder)) {
      collect(node.get(holder), found);
    }
    node.forEach(child -> values(child, holder, found));
  }

  private static void collect(JsonNode node, List<Leaf> found) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        add(new Leaf(array, "", i), array.get(i), found);
      }
    } else if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(one -> add(new Leaf(object, one.getKey(), 0), one.getValue(), found));
    }
  }

  private static void add(Leaf leaf, JsonNode value, List<Leaf> found) {
    if (value.isTextual()) {
      found.add(leaf);
    } else {
      collect(value, found);
    }
  }

  /** Marks all values of all resources of a plan as sensitive, and forgets where they were set. */
  public Planted sensitive() {
    mark(root.path("planned_values"), "values", "sensitive_values");
    mark(root.path("resource_changes"), "after", "after_sensitive");
    root.path("configuration").findParents("constant_value").forEach(Planted::forget);
    return this;
  }

  private static void forget(JsonNode expression) {
    if (expression instanceof ObjectNode object && !isRegion(object)) {
      object.remove("constant_value");
    }
  }

  private static boolean isRegion(ObjectNode expression) {
    return expression.get("constant_value").asText().matches("[a-z]+-[a-z]+-[0-9]");
  }

  private static void mark(JsonNode node, String holder, String marks) {
    if (node instanceof ObjectNode object && object.has(holder)) {
      ObjectNode all = JSON.createObjectNode();
      object.get(holder).fieldNames().forEachRemaining(key -> all.set(key, BooleanNode.TRUE));
      object.set(marks, all);
    }
    node.forEach(child -> mark(child, holder, marks));
  }

  String text() {
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is printed about it, by every command that reads inputs and in every format. */
  String printed() {
    return printed(text());
  }

  private static final String RECORD = "docs/examples/put-role-policy.json";

  /** What is printed about an input, by every command that reads inputs and in every format. */
  static String printed(String input) {
    StringBuilder all = new StringBuilder();
    for (Format format : Format.values()) {
      said(input, all, "check", "-f", format.word(), "-");
    }
    for (String format : List.of("text", "json", "html")) {
      said(input, all, "trace", "--record", RECORD, "-f", format, "-");
    }
    said(input, all, "fix", "--no-config", "--rule", "iam-policy-changes", "-");
    return all.toString();
  }

  private static void said(String input, StringBuilder all, String... call) {
    Invocation.Ended ended = new Invocation().reading(input).run(call);
    if (ended.status() == ExitCode.INTERNAL.status()) {
      throw new AssertionError(ended.err());
    }
    all.append(ended.out()).append(ended.err());
  }
}
