package io.trailproof.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/** A template in JSON's notation, functions spelt out, so that tests can change it. */
public final class TemplateAsJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TemplateAsJson() {}

  /** The template of a file; nothing for a file that is none. */
  public static Optional<JsonNode> read(Path path) throws IOException {
    try {
      return Documents.read(SourceFile.open(path.toString(), path))
          .value()
          .map(TemplateAsJson::json);
    } catch (UnreadableSource e) {
      return Optional.empty();
    }
  }

  /** In JSON's notation, functions spelt out. */
  private static JsonNode json(Node node) {
    JsonNode plain =
        node.match(
            TemplateAsJson::scalar,
            list -> {
              ArrayNode array = JSON.createArrayNode();
              list.items().forEach(item -> array.add(json(item)));
              return array;
            },
            mapping -> {
              ObjectNode object = JSON.createObjectNode();
              mapping.members().forEach(one -> object.set(one.key(), json(one.value())));
              return object;
            });
    String tag = node.tag();
    if (tag == null) {
      return plain;
    }
    String name = tag.substring(1);
    boolean isShort = name.equals("Ref") || name.equals("Condition");
    JsonNode argument =
        name.equals("GetAtt") && plain.isTextual() ? attribute(plain.asText()) : plain;
    return JSON.createObjectNode().set(isShort ? name : "Fn::" + name, argument);
  }

  private static JsonNode attribute(String text) {
    String[] parts = text.split("\\.", 2);
    ArrayNode pair = JSON.createArrayNode().add(parts[0]);
    return parts.length == 2 ? pair.add(parts[1]) : pair;
  }

  private static JsonNode scalar(Node.Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> TextNode.valueOf(scalar.text());
      case NULL -> NullNode.instance;
      case BOOLEAN -> BooleanNode.valueOf(scalar.text().matches("(?i)true|yes|on"));
      case NUMBER ->
          scalar.text().matches("-?(0|[1-9]\\d*)(\\.\\d+)?")
              ? DecimalNode.valueOf(new BigDecimal(scalar.text()))
              : TextNode.valueOf(scalar.text());
    };
  }
}
