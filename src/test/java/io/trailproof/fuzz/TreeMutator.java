package io.trailproof.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes a JSON tree: what stands in it stays JSON, but means something else. */
final class TreeMutator {
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamWriteConstraints(
                  StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
              .build());

  private TreeMutator() {}

  /** A place in a tree: the container, and the key or index there. */
  record Slot(JsonNode container, String key, int index) {
    JsonNode value() {
      return container.isArray() ? container.get(index) : container.get(key);
    }

    void set(JsonNode value) {
      if (container instanceof ArrayNode array) {
        array.set(index, value);
      } else if (container instanceof ObjectNode object) {
        object.set(key, value);
      }
    }

    void remove() {
      if (container instanceof ArrayNode array) {
        array.remove(index);
      } else if (container instanceof ObjectNode object) {
        object.remove(key);
      }
    }
  }

  /** Every place below a node, from above. */
  static List<Slot> slots(JsonNode node) {
    List<Slot> found = new ArrayList<>();
    collect(node, found);
    return found;
  }

  private static void collect(JsonNode node, List<Slot> into) {
    for (Slot slot : members(node)) {
      into.add(slot);
      collect(slot.value(), into);
    }
  }

  /** The places right below a node. */
  static List<Slot> members(JsonNode node) {
    List<Slot> found = new ArrayList<>();
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        found.add(new Slot(array, "", i));
      }
    } else if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(key -> found.add(new Slot(object, key, 0)));
    }
    return found;
  }

  /** Some changes, one after the other. */
  static JsonNode mutated(JsonNode root, JsonNode other, Random random) {
    JsonNode changed = root.deepCopy();
    for (int steps = 1 + random.nextInt(4); steps > 0; steps--) {
      List<Slot> slots = slots(changed);
      if (slots.isEmpty()) {
        break;
      }
      once(FuzzTarget.any(random, slots), slots, other, random);
    }
    return changed;
  }

  private static void once(Slot slot, List<Slot> slots, JsonNode other, Random random) {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> slot.set(HostileScalars.any(random));
      case 3 -> slot.remove();
      case 4 -> slot.set(FuzzTarget.any(random, slots).value().deepCopy());
      case 5 -> {
        List<Slot> others = slots(other);
        if (!others.isEmpty()) {
          slot.set(FuzzTarget.any(random, others).value().deepCopy());
        }
      }
      case 6 -> {
        Slot second = FuzzTarget.any(random, slots);
        JsonNode here = slot.value().deepCopy();
        slot.set(second.value().deepCopy());
        second.set(here);
      }
      case 7 -> slot.set(wrapped(slot.value(), random));
      case 8 -> rename(slot, random);
      case 9 -> {
        if (slot.container() instanceof ArrayNode array) {
          array.insert(slot.index(), slot.value().deepCopy());
        } else if (slot.container() instanceof ObjectNode object) {
          object.set(HostileScalars.text(random), slot.value().deepCopy());
        }
      }
      case 10 -> slot.set(spliced(slot.value(), random));
      default -> {
        if (slot.container() instanceof ObjectNode object) {
          shuffle(object, random);
        }
      }
    }
  }

  private static JsonNode wrapped(JsonNode value, Random random) {
    JsonNode all = value.deepCopy();
    for (int depth = random.nextInt(random.nextInt(5) == 0 ? 900 : 3); depth >= 0; depth--) {
      all =
          random.nextBoolean()
              ? JSON.createArrayNode().add(all)
              : JSON.createObjectNode().set(random.nextInt(9) == 0 ? "Fn::Not" : "a", all);
    }
    return all;
  }

  private static void rename(Slot slot, Random random) {
    if (slot.container() instanceof ObjectNode object) {
      JsonNode value = object.remove(slot.key());
      String near = slot.key().isEmpty() ? "x" : slot.key().substring(1);
      object.set(random.nextBoolean() ? near : HostileScalars.text(random), value);
    }
  }

  /** A text with a hostile one in it; else a text of what it was. */
  private static JsonNode spliced(JsonNode value, Random random) {
    String text = value.isValueNode() ? value.asText() : written(value);
    int at = random.nextInt(text.length() + 1);
    String hostile = random.nextInt(4) == 0 ? "" : HostileScalars.text(random);
    int to = Math.min(text.length(), at + random.nextInt(6));
    return JSON.getNodeFactory().textNode(text.substring(0, at) + hostile + text.substring(to));
  }

  /** Brings the members of an object into another order. */
  static void shuffle(ObjectNode object, Random random) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
    object.properties().forEach(one -> members.add(Map.entry(one.getKey(), one.getValue())));
    Collections.shuffle(members, random);
    object.removeAll();
    members.forEach(one -> object.set(one.getKey(), one.getValue()));
  }

  /** A tree as text; what the tree says of itself has a limit to its depth. */
  private static String written(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** On one line, or on many. */
  static byte[] bytes(JsonNode node, boolean pretty) {
    try {
      // By way of a text, since half a character has no UTF-8.
      return Seeds.utf8(
          pretty ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) : written(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
