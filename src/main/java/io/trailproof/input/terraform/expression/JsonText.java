package io.trailproof.input.terraform.expression;

import io.trailproof.document.Decimal;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON texts, which are values of a graph as soon as what they are made of is not all known: an
 * object stands for its text.
 */
public final class JsonText {
  /** Stands in a text for a value; no JSON that somebody writes holds such letters. */
  private static final char OPEN = '\uE0F0';

  private static final char CLOSE = '\uE0F1';

  private final List<Value> holes = new ArrayList<>();

  /** The text of something. */
  Datum encoded(Datum datum) {
    return structure(datum)
        .<Datum>map(Datum.Scalar::new)
        .orElseGet(() -> new Datum.Open("a part of a JSON text is not known"));
  }

  /** What a text holds. */
  Datum decoded(Datum datum) {
    return datum instanceof Datum.Scalar scalar
        ? read(scalar.value()).map(JsonText::datum).orElseGet(() -> open())
        : open();
  }

  private static Datum open() {
    return new Datum.Open("a JSON text is not known");
  }

  /** The value that something is in JSON; empty if it is not told, or may be one of several. */
  private static Optional<Value> structure(Datum datum) {
    if (datum instanceof Datum.Scalar scalar) {
      return Optional.of(scalar.value());
    }
    if (datum instanceof Datum.Nothing) {
      return Optional.of(new Value.Absent(Origin.NOWHERE));
    }
    if (datum instanceof Datum.Many many) {
      List<Value> items = new ArrayList<>();
      for (Datum item : many.items()) {
        items.add(structure(item).orElseGet(JsonText::unknown));
      }
      return Optional.of(new Value.Items(items, Origin.NOWHERE));
    }
    if (datum instanceof Datum.Named named && named.whole()) {
      Map<String, Value> fields = new LinkedHashMap<>();
      named
          .fields()
          .forEach(
              (name, field) -> fields.put(name, structure(field).orElseGet(JsonText::unknown)));
      return Optional.of(new Value.Fields(fields, Origin.NOWHERE));
    }
    return Optional.empty();
  }

  private static Value unknown() {
    return new Value.Unknown("is known only after apply", Origin.NOWHERE);
  }

  private static Datum datum(Value value) {
    if (value instanceof Value.Items items) {
      return new Datum.Many(items.items().stream().map(JsonText::datum).toList());
    }
    if (value instanceof Value.Fields object) {
      Map<String, Datum> fields = new LinkedHashMap<>();
      object.fields().forEach((name, field) -> fields.put(name, datum(field)));
      return new Datum.Named(fields);
    }
    if (value instanceof Value.Unknown unknown) {
      return new Datum.Open(unknown.why());
    }
    return value.isAbsent() ? new Datum.Nothing() : new Datum.Scalar(value);
  }

  /** The object that a text holds, which may be put together; empty if it is no JSON. */
  public Optional<Value> read(Value text) {
    if (text instanceof Value.Fields || text instanceof Value.Items) {
      return Optional.of(text);
    }
    StringBuilder all = new StringBuilder();
    List<Value> parts = text instanceof Value.Template template ? template.parts() : List.of(text);
    for (Value part : parts) {
      String known = part.asText().orElse(null);
      if (known != null && (known.indexOf(OPEN) >= 0 || known.indexOf(CLOSE) >= 0)) {
        return Optional.empty();
      }
      if (known == null) {
        all.append(OPEN).append(holes.size()).append(CLOSE);
        holes.add(part);
      } else {
        all.append(known);
      }
    }
    return Optional.ofNullable(Json.read(all.toString()).value()).map(this::value);
  }

  private Value value(Json json) {
    Map<String, Json> members = json.asMembers().orElse(null);
    if (members != null) {
      Map<String, Value> fields = new LinkedHashMap<>();
      members.forEach((name, member) -> fields.put(name, value(member)));
      return new Value.Fields(fields, Origin.NOWHERE);
    }
    if (json.kind() == Json.Kind.ARRAY) {
      return new Value.Items(json.children().stream().map(this::value).toList(), Origin.NOWHERE);
    }
    return switch (json.kind()) {
      case STRING -> filled(json.asText().orElse(""));
      case TRUE, FALSE -> Value.flag(json.kind() == Json.Kind.TRUE, Origin.NOWHERE);
      case NULL -> new Value.Absent(Origin.NOWHERE);
      case NUMBER ->
          Decimal.read(json.print())
              .<Value>map(number -> Value.number(number, Origin.NOWHERE))
              .orElseGet(JsonText::unknown);
      default -> unknown();
    };
  }

  private Value filled(String text) {
    List<Value> parts = new ArrayList<>();
    int from = 0;
    int open = text.indexOf(OPEN);
    while (open >= 0) {
      int close = text.indexOf(CLOSE, open);
      parts.add(Value.text(text.substring(from, open), Origin.NOWHERE));
      parts.add(holes.get(Integer.parseInt(text.substring(open + 1, close))));
      from = close + 1;
      open = text.indexOf(OPEN, from);
    }
    parts.add(Value.text(text.substring(from), Origin.NOWHERE));
    return Value.joined(
        parts.stream().filter(part -> !part.asText().equals(Optional.of(""))).toList(),
        Origin.NOWHERE);
  }
}
