package io.trailproof.cli;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A plan that knows one thing less. */
public final class PlanForgetting {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PlanForgetting() {}

  /** Makes one value of one created resource known only after apply, and says which. */
  public static String forget(ObjectNode plan, Random random) {
    List<ObjectNode> changes = new ArrayList<>();
    for (JsonNode change : plan.path("resource_changes")) {
      if (change.path("mode").asText().equals("managed")
          && change.at("/change/after").isObject()
          && change.at("/change/after_unknown").isObject()) {
        changes.add((ObjectNode) change);
      }
    }
    if (changes.isEmpty()) {
      return "";
    }
    ObjectNode change = changes.get(random.nextInt(changes.size()));
    String address = change.get("address").asText();
    ObjectNode after = (ObjectNode) change.at("/change/after");
    JsonNode written = written(plan.at("/configuration/root_module"), change);
    List<JsonPointer> leaves = new ArrayList<>();
    collect(after, JsonPointer.empty(), leaves);
    JsonNode unknown = change.at("/change/after_unknown");
    JsonNode expressions = written.path("expressions");
    leaves.removeIf(
        leaf -> !unknown.at(leaf.head()).isObject() || !expressions.at(leaf).isObject());
    if (leaves.isEmpty()) {
      return "";
    }
    JsonPointer leaf = leaves.get(random.nextInt(leaves.size()));
    String name = leaf.last().getMatchingProperty();
    ((ObjectNode) after.at(leaf.head())).remove(name);
    ((ObjectNode) unknown.at(leaf.head())).put(name, true);
    forget(plan.path("planned_values"), address, leaf);
    boolean keep = random.nextBoolean() || expressions.at(leaf).has("references");
    if (!keep) {
      ((ObjectNode) expressions.at(leaf.head()))
          .putObject(name)
          .putArray("references")
          .add("terraform_data.later.output")
          .add("terraform_data.later");
    }
    return address + leaf + (keep ? " (expression kept)" : "");
  }

  private static void collect(JsonNode node, JsonPointer path, List<JsonPointer> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(one -> collect(one.getValue(), path.appendProperty(one.getKey()), into));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        if (node.get(i).isObject()) {
          collect(node.get(i), path.appendIndex(i), into);
        }
      }
    } else if (!node.isNull()) {
      into.add(path);
    }
  }

  private static void forget(JsonNode node, String address, JsonPointer leaf) {
    if (node.path("address").asText().equals(address)
        && node.path("values").at(leaf.head()) instanceof ObjectNode holder) {
      holder.remove(leaf.last().getMatchingProperty());
    }
    node.forEach(child -> forget(child, address, leaf));
  }

  private static JsonNode written(JsonNode module, JsonNode change) {
    String path = change.path("module_address").asText();
    JsonNode at = module;
    for (String step : path.isEmpty() ? new String[0] : path.split("\\.?module\\.")) {
      if (!step.isEmpty()) {
        at = at.path("module_calls").path(step.replaceFirst("\\[.*", "")).path("module");
      }
    }
    for (JsonNode resource : at.path("resources")) {
      if (resource.path("type").equals(change.path("type"))
          && resource.path("name").equals(change.path("name"))
          && resource.path("mode").equals(change.path("mode"))) {
        return resource;
      }
    }
    return JSON.createObjectNode();
  }
}
