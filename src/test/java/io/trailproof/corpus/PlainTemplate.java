package io.trailproof.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.nio.file.Path;

/** A template as plain JSON, its functions in their long forms, so that a test can change it. */
final class PlainTemplate {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private PlainTemplate() {}

  static ObjectNode read(Path file) throws UnreadableSource {
    return (ObjectNode)
        plain(Documents.read(SourceFile.open(file.toString(), file)).value().orElseThrow());
  }

  private static JsonNode plain(Node node) {
    JsonNode bare =
        node.match(
            PlainTemplate::scalar,
            list -> {
              ArrayNode items = MAKE.arrayNode();
              list.items().forEach(item -> items.add(plain(item)));
              return items;
            },
            mapping -> {
              ObjectNode members = MAKE.objectNode();
              mapping.members().forEach(member -> members.set(member.key(), plain(member.value())));
              return members;
            });
    String tag = node.tag();
    if (tag == null) {
      return bare;
    }
    String name = tag.substring(1);
    return MAKE.objectNode()
        .set(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, bare);
  }

  private static JsonNode scalar(Node.Scalar scalar) {
    return switch (scalar.kind()) {
      case NULL -> MAKE.nullNode();
      case BOOLEAN -> MAKE.booleanNode(scalar.text().equalsIgnoreCase("true"));
      case NUMBER -> MAKE.numberNode(new java.math.BigDecimal(scalar.text()));
      case STRING -> MAKE.textNode(scalar.text());
    };
  }
}
