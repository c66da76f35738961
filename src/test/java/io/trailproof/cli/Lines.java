package io.trailproof.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** A result of lines, put together to what a result in one piece says. */
final class Lines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Lines() {}

  static JsonNode together(String lines) {
    ObjectNode whole = JSON.createObjectNode();
    ArrayNode deployments = whole.putArray("deployments");
    ArrayNode before = whole.putArray("before");
    ArrayNode diagnostics = whole.putArray("diagnostics");
    Set<JsonNode> files = new LinkedHashSet<>();
    lines
        .lines()
        .map(Lines::read)
        .forEach(
            line -> {
              switch (line.get("line").asText()) {
                case "deployment" -> {
                  deployments.add(line.get("deployment"));
                  before.addAll((ArrayNode) line.get("before"));
                  line.get("files").forEach(files::add);
                }
                case "diagnostic" -> diagnostics.add(line.get("diagnostic"));
                default -> {
                  whole.setAll((ObjectNode) line);
                  whole.remove("line");
                  whole.put("deployments", deployments.size()); // put back below
                }
              }
            });
    whole.set("deployments", deployments);
    whole.putArray("files").addAll(files);
    return whole;
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
