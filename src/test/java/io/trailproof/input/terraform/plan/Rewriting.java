package io.trailproof.input.terraform.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes JSON otherwise: the order of members, escapes in texts and names, and blanks. */
final class Rewriting {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Rewriting() {}

  static String of(String json, Random random) throws JsonProcessingException {
    JsonNode tree = ordered(JSON.readTree(json), random);
    String text =
        random.nextBoolean()
            ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree)
            : JSON.writeValueAsString(tree);
    return respelt(text, random.nextInt(3) * 8, random.nextInt(2) * 12, random);
  }

  private static JsonNode ordered(JsonNode node, Random random) {
    if (node.isArray()) {
      ArrayNode list = JSON.createArrayNode();
      node.forEach(item -> list.add(ordered(item, random)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
    Collections.shuffle(members, random);
    ObjectNode object = JSON.createObjectNode();
    members.forEach(member -> object.set(member.getKey(), ordered(member.getValue(), random)));
    return object;
  }

  /** Escapes one letter in so many, and puts a blank to one sign in so many; 0 is none. */
  private static String respelt(String text, int escapes, int blanks, Random random) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '"') {
        quoted = !quoted;
        out.append(sign);
      } else if (quoted && sign == '\\') {
        out.append(sign).append(text.charAt(++i));
      } else if (quoted && escapes > 0 && random.nextInt(escapes) == 0 && sign < 0x80) {
        out.append("\\u00").append(Character.forDigit(sign >> 4, 16));
        out.append(Character.forDigit(sign & 15, 16));
      } else {
        out.append(sign);
        if (!quoted && "{}[],:".indexOf(sign) >= 0 && blanks > 0 && random.nextInt(blanks) == 0) {
          out.append(List.of(" ", "\n", "\r\n", "\t  ").get(random.nextInt(4)));
        }
      }
    }
    return out.toString();
  }
}
