package io.trailproof.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Changes of plans that Terraform could have written: the same everywhere where it is repeated. */
final class PlanValues {
  /** What a value may become; anything that is no text, a provider would refuse. */
  private static final List<String> PLAIN =
      List.of(
          "other",
          "x-1",
          "*",
          "0",
          "1",
          "3",
          "60",
          "Sum",
          "Average",
          "us-west-2",
          "iam.amazonaws.com",
          "arn:aws:sns:us-east-1:111122223333:other",
          "{ $.eventName = \"CreatePolicy\" }",
          "sqs");

  private PlanValues() {}

  /** Mostly with one text of the values changed. */
  static ObjectNode changed(ObjectNode plan, Random random) {
    ObjectNode root = plan.deepCopy();
    List<TreeMutator.Slot> texts = new ArrayList<>();
    for (JsonNode change : root.path("resource_changes")) {
      for (TreeMutator.Slot slot : TreeMutator.slots(change.at("/change/after"))) {
        if (slot.value().isTextual() && !slot.value().asText().isEmpty()) {
          texts.add(slot);
        }
      }
    }
    if (texts.isEmpty() || random.nextInt(4) == 0) {
      return root;
    }
    TreeMutator.Slot one = FuzzTarget.any(random, texts);
    JsonNode old = one.value();
    String other =
        random.nextBoolean()
            ? FuzzTarget.any(random, PLAIN)
            : FuzzTarget.any(random, texts).value().asText();
    for (TreeMutator.Slot slot : TreeMutator.slots(root)) {
      boolean sameKey = slot.key().equals(one.key()) || slot.key().equals("constant_value");
      if (sameKey && old.equals(slot.value())) {
        slot.set(root.textNode(other));
      }
    }
    return root;
  }

  /** Without one resource of some types to which nothing refers; nothing if there is none. */
  static Optional<ObjectNode> without(ObjectNode plan, Set<String> types, Random random) {
    List<JsonNode> candidates = new ArrayList<>();
    for (JsonNode change : plan.path("resource_changes")) {
      boolean isSimple = !change.has("module_address") && !change.has("index");
      if (types.contains(change.path("type").asText()) && isSimple && !isReferred(plan, change)) {
        candidates.add(change);
      }
    }
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    String address = FuzzTarget.any(random, candidates).path("address").asText();
    ObjectNode less = plan.deepCopy();
    remove(less, address);
    return Optional.of(less);
  }

  private static boolean isReferred(ObjectNode plan, JsonNode change) {
    String name = change.path("type").asText() + "." + change.path("name").asText();
    for (String key : List.of("references", "depends_on", "resource")) {
      for (JsonNode found : plan.findValues(key)) {
        for (JsonNode one : found.isArray() ? found : plan.arrayNode().add(found)) {
          if (one.asText().startsWith(name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void remove(JsonNode node, String address) {
    if (node instanceof ArrayNode array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (array.get(i).path("address").asText().equals(address)) {
          array.remove(i);
        }
      }
    }
    node.forEach(child -> remove(child, address));
  }
}
