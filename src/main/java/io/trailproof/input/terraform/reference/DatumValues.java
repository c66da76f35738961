package io.trailproof.input.terraform.reference;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.expression.Datum;
import io.trailproof.input.terraform.expression.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the sources say of a property, as a value of the graph. */
final class DatumValues {
  private static final String OPEN =
      "is known only after apply, and the sources do not tell which is taken";

  private final TargetProperty property;
  private final Origin origin;

  DatumValues(TargetProperty property, Origin origin) {
    this.property = property;
    this.origin = origin;
  }

  /** The value; null if the sources tell no more than the plan. */
  @Nullable Value of(Datum datum) {
    if (property.isList()) {
      return list(datum);
    }
    if (datum instanceof Datum.OneOf several) {
      List<Value> ways = new ArrayList<>();
      for (Datum way : several.ways()) {
        Value value = way instanceof Datum.Nothing ? new Value.Absent(origin) : scalar(way);
        if (value == null) {
          return null;
        }
        ways.add(value);
      }
      return new Value.Choice(ways, OPEN, origin);
    }
    return scalar(datum);
  }

  private @Nullable Value scalar(Datum datum) {
    if (!(datum instanceof Datum.Scalar scalar)) {
      return null;
    }
    Value value = scalar.value();
    boolean structure = value instanceof Value.Fields || value instanceof Value.Items;
    if (property.isDocument()) {
      return new JsonText().read(value).map(this::placed).orElse(null);
    }
    return structure ? null : placed(withoutStreams(value));
  }

  /** A log group is named by its ARN with all of its streams, too. */
  private Value withoutStreams(Value value) {
    boolean streams =
        value instanceof Value.Template template
            && template.parts().size() == 2
            && template.parts().get(0) instanceof Value.Reference group
            && group.attribute().equals("arn")
            && template.parts().get(1).asText().filter(":*"::equals).isPresent();
    return streams && !property.targets().isEmpty() ? value.children().get(0) : value;
  }

  /** The same with a place, which what is worked out does not have of its own. */
  private Value placed(Value value) {
    return value.map(this::placed).from(origin);
  }

  private @Nullable Value list(Datum datum) {
    if (datum instanceof Datum.Many many) {
      return items(many.items(), Set.of());
    }
    if (!(datum instanceof Datum.OneOf several)) {
      return null;
    }
    List<List<Datum>> ways = new ArrayList<>();
    for (Datum way : several.ways()) {
      if (!(way instanceof Datum.Many many)) {
        return null;
      }
      ways.add(many.items());
    }
    Set<Datum> always = new LinkedHashSet<>(ways.get(0));
    ways.forEach(always::retainAll);
    List<Datum> items = new ArrayList<>(always);
    Set<Datum> perhaps = new LinkedHashSet<>();
    List<Datum> others = new ArrayList<>();
    boolean single = true;
    for (List<Datum> way : ways) {
      List<Datum> rest = way.stream().filter(one -> !always.contains(one)).toList();
      single &= rest.size() <= 1;
      others.add(rest.isEmpty() ? new Datum.Nothing() : rest.get(0));
      perhaps.addAll(rest);
    }
    if (single) {
      items.add(Datum.oneOf(others));
      return items(items, Set.of());
    }
    items.addAll(perhaps);
    return items(items, perhaps);
  }

  /**
   * @param perhaps those that may be left out
   */
  private @Nullable Value items(List<Datum> all, Set<Datum> perhaps) {
    List<Value> items = new ArrayList<>();
    boolean told = all.isEmpty();
    for (Datum item : all) {
      if (item instanceof Datum.Nothing) {
        continue;
      }
      Value value = item(item);
      told |= !(value instanceof Value.Unknown);
      items.add(
          perhaps.contains(item) ? new Value.Choice(List.of(value, left()), OPEN, origin) : value);
    }
    return told ? new Value.Items(items, origin) : null;
  }

  private Value item(Datum item) {
    if (item instanceof Datum.OneOf several) {
      List<Value> ways = new ArrayList<>();
      for (Datum way : several.ways()) {
        ways.add(way instanceof Datum.Nothing ? left() : item(way));
      }
      return new Value.Choice(ways, OPEN, origin);
    }
    if (item instanceof Datum.Scalar scalar) {
      return placed(scalar.value());
    }
    String why = item instanceof Datum.Open open ? open.why() : "";
    return new Value.Unknown(
        why.startsWith("is known") ? why : "is known only after apply", origin);
  }

  private Value left() {
    return new Value.Unknown("may not be among the elements", origin);
  }
}
