package io.trailproof.input.terraform.reference;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements of the documents that a {@code data.aws_iam_policy_document} takes in. */
final class MergedDocuments {
  private MergedDocuments() {}

  /** The statements of a document or a list of them, in order; of an unknown one, one unknown. */
  static List<Value> statements(@Nullable Value documents) {
    if (documents == null || documents.isAbsent()) {
      return List.of();
    }
    if (documents instanceof Value.Items items) {
      return items.items().stream().flatMap(one -> statements(one).stream()).toList();
    }
    if (documents instanceof Value.Fields document) {
      Value statement = document.fields().get("Statement");
      return statement == null ? List.of() : statement.match(LISTED);
    }
    Optional<String> text = documents.asText();
    if (text.isEmpty()) {
      return List.of(
          new Value.Unknown(
              documents instanceof Value.Unknown unknown
                  ? unknown.why()
                  : "is known only after apply",
              documents.origin()));
    }
    Json read = text.get().isBlank() ? new Json.Obj(Map.of()) : Json.read(text.get()).value();
    // A number is a text that reads as itself again, and neither it nor a list is a document.
    return read == null || read.asMembers().isEmpty()
        ? List.of(new Value.Unknown("is no JSON object", documents.origin()))
        : statements(value(read, documents.origin()));
  }

  private static final Value.Cases<List<Value>> LISTED =
      new Value.Cases<>() {
        @Override
        public List<Value> other(Value statement) {
          return List.of(statement);
        }

        @Override
        public List<Value> items(Value.Items statements) {
          return statements.items();
        }
      };

  private static Value value(Json json, Origin origin) {
    if (json instanceof Json.Arr list) {
      return new Value.Items(
          list.elements().stream().map(one -> value(one, origin)).toList(), origin);
    }
    if (json.asMembers().isPresent()) {
      Map<String, Value> fields = new LinkedHashMap<>();
      json.asMembers().get().forEach((name, member) -> fields.put(name, value(member, origin)));
      return new Value.Fields(fields, origin);
    }
    if (json instanceof Json.Bool flag) {
      return Value.flag(flag.value(), origin);
    }
    return json instanceof Json.Null
        ? new Value.Absent(origin)
        : Value.text(json.asText().orElseGet(json::print), origin);
  }
}
