package io.trailproof.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a file of ours against its JSON Schema; the only user of the schema library.
 *
 * <p>Bundled files are held against theirs by the tests, so that a run need not pay for it.
 */
public final class SchemaCheck {
  private final Schema schema;
  private final String id;

  private SchemaCheck(Schema schema, String id) {
    this.schema = schema;
    this.id = id;
  }

  /**
   * A check against a schema of {@code rules/schema}.
   *
   * @param name without folder and ending, such as {@code rule}
   * @param id the id of its diagnostics
   */
  public static SchemaCheck of(String name, String id) {
    String path = "/rules/schema/" + name + ".schema.json";
    try (InputStream in = SchemaCheck.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + path);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new SchemaCheck(
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text), id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything in a document that the schema does not allow. */
  public List<Diagnostic> check(Node root) {
    List<Diagnostic> problems = new ArrayList<>();
    for (Error error : schema.validate(json(root))) {
      problems.add(DocumentError.AGAINST_SCHEMA.at(place(root, error), message(error)).under(id));
    }
    return problems;
  }

  private static String message(Error error) {
    String where = error.getInstanceLocation().toString();
    return (where.isEmpty() ? "" : "`" + where + "`: ") + error.getMessage();
  }

  /** The place of the offending value, or of the last thing on the way to it that is there. */
  private static Span place(Node root, Error error) {
    NodePath path = error.getInstanceLocation();
    Node node = root;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      Node next =
          step instanceof Integer index
              ? node.asSequence()
                  .filter(list -> index < list.items().size())
                  .map(list -> list.items().get(index))
                  .orElse(null)
              : node.asMapping().flatMap(map -> map.get(String.valueOf(step))).orElse(null);
      if (next == null) {
        break;
      }
      node = next;
    }
    return node.span();
  }

  private static JsonNode json(Node node) {
    return node.match(SchemaCheck::scalar, SchemaCheck::sequence, SchemaCheck::mapping);
  }

  private static JsonNode scalar(Node.Scalar scalar) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (scalar.kind()) {
      case STRING -> json.textNode(scalar.text());
      case BOOLEAN -> json.booleanNode(Boolean.parseBoolean(scalar.text()));
      case NULL -> json.nullNode();
      case NUMBER -> number(scalar.text());
    };
  }

  private static JsonNode number(String text) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return Decimal.read(text).<JsonNode>map(json::numberNode).orElseGet(() -> json.textNode(text));
  }

  private static JsonNode sequence(Node.Sequence sequence) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    sequence.items().forEach(item -> array.add(json(item)));
    return array;
  }

  private static JsonNode mapping(Node.Mapping mapping) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    mapping.members().forEach(member -> object.set(member.key(), json(member.value())));
    return object;
  }
}
