package io.trailproof.trace;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What properties say, as far as the input tells. */
record Readings(ResourceGraph graph) {
  Partial<String> text(Resource resource, String name) {
    return text(graph.property(resource, name));
  }

  /** A text, number or boolean as text; why it cannot be told ends a sentence that names it. */
  Partial<String> text(Value value) {
    Value known = graph.resolve(value);
    if (known.isAbsent()) {
      return Partial.unset();
    }
    return known.asText().map(Partial::known).orElseGet(() -> Partial.unknown(why(known)));
  }

  private static String why(Value value) {
    if (value instanceof Value.Unknown unknown) {
      return unknown.why();
    }
    if (value instanceof Value.Symbol symbol) {
      return "is given by "
          + (symbol.name().indexOf('`') < 0 ? "`" + symbol.name() + "`" : symbol.name());
    }
    return value instanceof Value.Choice choice ? choice.why() : "is known only later";
  }

  /** True if a value certainly names what it names by something else than its ARN. */
  boolean isNoArn(Value value) {
    if (value instanceof Value.Template template) {
      return isNoArn(template.parts().get(0));
    }
    if (value instanceof Value.Items items) {
      return !items.items().isEmpty() && items.items().stream().allMatch(this::isNoArn);
    }
    return (value instanceof Value.Reference reference && reference.whole())
        ? reference.attribute().equals("name")
        : value.asText().filter(text -> !text.startsWith("arn:")).isPresent();
  }

  /** True if a value certainly is an ARN. */
  boolean isArn(Value value) {
    if (value instanceof Value.Items items) {
      return items.items().stream().anyMatch(this::isArn);
    }
    return value instanceof Value.Template template
        ? isArn(template.parts().get(0))
        : value instanceof Value.Reference reference
            ? reference.whole() && reference.attribute().equals("arn")
            : value.asText().filter(text -> text.startsWith("arn:")).isPresent();
  }

  /** Whether a property is true; one that is not set counts as {@code otherwise}. */
  Truth flag(Resource resource, String name, boolean otherwise) {
    return text(resource, name).is("true", Boolean.toString(otherwise));
  }

  Optional<BigDecimal> number(Resource resource, String name) {
    return text(resource, name).toOptional().flatMap(Readings::decimal);
  }

  /** The number that a text is; empty for one that is none, or beyond what a metric holds. */
  static Optional<BigDecimal> decimal(String text) {
    if (text.length() > 100 || !text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(text));
  }

  /** The items of a list; unknown where the list is. */
  Partial<List<Value>> items(Resource resource, String name) {
    return items(graph.property(resource, name));
  }

  Partial<List<Value>> items(Value value) {
    Value known = graph.resolve(value);
    if (known.isAbsent()) {
      return Partial.unset();
    }
    return known instanceof Value.Items items
        ? items.items().isEmpty() ? Partial.unset() : Partial.known(items.items())
        : Partial.unknown(why(known));
  }

  /** A field of an item of a list. */
  Value field(Value item, String name) {
    Value known = graph.resolve(item);
    if (!(known instanceof Value.Fields fields)) {
      return known instanceof Value.Unknown
          ? known
          : new Value.Unknown("is known only later", item.origin());
    }
    Map<String, Value> all = fields.fields();
    Value field = all.get(name);
    return field == null ? new Value.Absent(item.origin()) : graph.resolve(field);
  }
}
