package io.trailproof.edit;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A statement of a policy in the words of {@code aws_iam_policy_document}. */
final class DocumentStatement {
  private DocumentStatement() {}

  /** The arguments of its block; empty for a statement that has what is not known of. */
  static Optional<Value.Fields> of(Value statement) {
    if (!(statement instanceof Value.Fields fields)) {
      return Optional.empty();
    }
    Map<String, Value> written = new LinkedHashMap<>();
    for (Map.Entry<String, Value> one : fields.fields().entrySet()) {
      switch (one.getKey()) {
        case "Sid" -> written.put("sid", one.getValue());
        case "Effect" -> written.put("effect", one.getValue());
        case "Action" -> written.put("actions", list(one.getValue()));
        case "Resource" -> written.put("resources", list(one.getValue()));
        case "Principal" -> written.put("principals", principals(one.getValue()));
        case "Condition" -> written.put("condition", conditions(one.getValue()));
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Value.Fields(written, Origin.NOWHERE));
  }

  private static Value list(Value value) {
    return value instanceof Value.Items ? value : new Value.Items(List.of(value), Origin.NOWHERE);
  }

  private static Value principals(Value value) {
    List<Value> blocks = new ArrayList<>();
    if (value instanceof Value.Fields fields) {
      fields
          .fields()
          .forEach(
              (type, names) ->
                  blocks.add(
                      object(
                          Map.entry("type", Value.text(type, Origin.NOWHERE)),
                          Map.entry("identifiers", list(names)))));
    } else {
      blocks.add(
          object(
              Map.entry("type", Value.text("*", Origin.NOWHERE)),
              Map.entry("identifiers", list(value))));
    }
    return new Value.Items(blocks, Origin.NOWHERE);
  }

  private static Value conditions(Value value) {
    List<Value> blocks = new ArrayList<>();
    if (value instanceof Value.Fields tests) {
      tests
          .fields()
          .forEach(
              (test, keys) ->
                  ((Value.Fields) keys)
                      .fields()
                      .forEach(
                          (key, values) ->
                              blocks.add(
                                  object(
                                      Map.entry("test", Value.text(test, Origin.NOWHERE)),
                                      Map.entry("variable", Value.text(key, Origin.NOWHERE)),
                                      Map.entry("values", list(values))))));
    }
    return new Value.Items(blocks, Origin.NOWHERE);
  }

  @SafeVarargs
  private static Value object(Map.Entry<String, Value>... fields) {
    Map<String, Value> all = new LinkedHashMap<>();
    for (Map.Entry<String, Value> one : fields) {
      all.put(one.getKey(), one.getValue());
    }
    return new Value.Fields(all, Origin.NOWHERE);
  }
}
