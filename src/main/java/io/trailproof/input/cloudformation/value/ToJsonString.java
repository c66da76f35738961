package io.trailproof.input.cloudformation.value;

import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code Fn::ToJsonString} makes of a value. */
final class ToJsonString {
  private ToJsonString() {}

  /** The text; empty if part of the value is not known. */
  static Optional<String> of(Value value) {
    return json(value).map(Json::print);
  }

  private static Optional<Json> json(Value value) {
    if (value instanceof Value.Known known) {
      return Optional.of(
          known.value() instanceof String text ? new Json.Str(text) : new Json.Num(known.text()));
    }
    if (value instanceof Value.Items items) {
      List<Json> elements = new ArrayList<>();
      items.items().forEach(item -> json(item).ifPresent(elements::add));
      return elements.size() == items.items().size()
          ? Optional.of(new Json.Arr(elements))
          : Optional.empty();
    }
    if (value instanceof Value.Fields fields) {
      Map<String, Json> members = new LinkedHashMap<>();
      fields.fields().forEach((key, field) -> json(field).ifPresent(it -> members.put(key, it)));
      return members.size() == fields.fields().size()
          ? Optional.of(new Json.Obj(members))
          : Optional.empty();
    }
    return Optional.empty();
  }
}
