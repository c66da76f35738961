package io.trailproof.catalog;

import io.trailproof.document.PackedReader;
import io.trailproof.document.PackedWriter;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a property stands below a resource, such as {@code metric_transformation[0].name}.
 *
 * @param text as the catalog writes it
 */
record PropertyPath(String text, List<Step> steps) {

  /** A field, or the n-th item when {@code index} is not negative. */
  private record Step(String field, int index) {}

  static PropertyPath parse(String text) {
    if (text.indexOf('.') < 0 && text.indexOf('[') < 0) {
      return new PropertyPath(text, List.of(new Step(text, -1)));
    }
    List<Step> steps = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      int bracket = part.indexOf('[');
      if (bracket < 0) {
        steps.add(new Step(part, -1));
      } else {
        steps.add(new Step(part.substring(0, bracket), -1));
        steps.add(new Step("", Integer.parseInt(part.substring(bracket + 1, part.length() - 1))));
      }
    }
    return new PropertyPath(text, List.copyOf(steps));
  }

  /** Writes it, with its steps where there are several. */
  void pack(PackedWriter row) {
    row.text(text);
    row.list(
        steps.size() == 1 ? List.of() : steps,
        (one, step) -> one.text(step.field()).number(step.index() + 1));
  }

  /** Reads one that was written. */
  static PropertyPath unpack(PackedReader row) {
    String text = row.text();
    List<Step> steps = row.list(one -> new Step(one.text(), one.number() - 1));
    return new PropertyPath(text, steps.isEmpty() ? List.of(new Step(text, -1)) : steps);
  }

  /** The same way by the names of Terraform's Cloud Control provider. */
  PropertyPath inSnakeCase() {
    return parse(SnakeCase.of(text));
  }

  /** The names on the way, without the numbers of items. */
  List<String> names() {
    return steps.stream().filter(step -> step.index() < 0).map(Step::field).toList();
  }

  /** The first field on the way. */
  String root() {
    return steps.get(0).field();
  }

  /** Puts a value there, into objects and lists that are made where there are none. */
  void put(Map<String, Value> root, Value value) {
    root.put(root(), put(root.get(root()), 1, value));
  }

  private Value put(@Nullable Value holder, int step, Value value) {
    if (step == steps.size()) {
      return value;
    }
    Step next = steps.get(step);
    if (next.index() >= 0) {
      List<Value> items =
          new ArrayList<>(holder instanceof Value.Items some ? some.items() : List.of());
      Value inner = put(items.isEmpty() ? null : items.get(0), step + 1, value);
      if (items.isEmpty()) {
        items.add(inner);
      } else {
        items.set(0, inner);
      }
      return new Value.Items(items, Origin.NOWHERE);
    }
    Map<String, Value> fields =
        new LinkedHashMap<>(holder instanceof Value.Fields some ? some.fields() : Map.of());
    fields.put(next.field(), put(fields.get(next.field()), step + 1, value));
    return new Value.Fields(fields, Origin.NOWHERE);
  }

  /** The value there; absent where a step leads nowhere, and as unknown as what holds it. */
  Value find(Value root) {
    Value value = root;
    for (Step step : steps) {
      value = value.match(new Descent(step));
    }
    return value;
  }

  /** One step down. */
  private record Descent(Step step) implements Value.Cases<Value> {
    @Override
    public Value other(Value value) {
      // A scalar where a container belongs holds nothing; what has no text yet is no container.
      return new Value.Unknown("has a shape that cannot be read", value.origin());
    }

    @Override
    public Value absent(Value.Absent value) {
      return value;
    }

    @Override
    public Value unknown(Value.Unknown value) {
      return value;
    }

    @Override
    public Value choice(Value.Choice value) {
      return new Value.Choice(
          value.candidates().stream().map(candidate -> candidate.match(this)).toList(),
          value.why(),
          value.origin());
    }

    @Override
    public Value fields(Value.Fields value) {
      if (step.index() >= 0) {
        // Some plans write a single block as an object.
        return step.index() == 0 ? value : new Value.Absent(value.origin());
      }
      Value field = value.fields().get(step.field());
      return field == null ? new Value.Absent(Origin.at(value.origin().span())) : field;
    }

    @Override
    public Value items(Value.Items value) {
      if (step.index() < 0) {
        return other(value);
      }
      return step.index() < value.items().size()
          ? value.items().get(step.index())
          : new Value.Absent(value.origin());
    }
  }
}
