package io.trailproof.catalog.constraint;

import io.trailproof.catalog.constraint.Objection.Weight;
import io.trailproof.graph.Equality;
import io.trailproof.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the properties of a resource against the schema of its type. What is not known satisfies
 * everything; what is one of several values is forbidden if each of them is, and open if some are.
 * Names that are like none of the schema are no matter of this: they may be newer.
 */
public final class Objections {
  private final String type;
  private final Leeway leeway;
  private final Shapes shapes;
  private final List<Objection> found = new ArrayList<>();

  private Objections(String type, Leeway leeway, Shapes shapes) {
    this.type = type;
    this.leeway = leeway;
    this.shapes = shapes;
  }

  /**
   * All objections of a schema, in the order of the properties.
   *
   * @param type the name of the schema's type
   */
  public static List<Objection> to(
      Value properties, String type, Schema schema, Leeway leeway, Shapes shapes) {
    Objections objections = new Objections(type, leeway, shapes);
    Optional<Shape> shape = objections.shape(properties);
    if (shape.isPresent() && shape.get() != Shape.OBJECT) {
      objections.shape(properties, shape.get(), Shape.OBJECT, MemberPath.TOP);
    } else {
      objections.value(properties, schema, MemberPath.TOP);
    }
    return objections.found;
  }

  /**
   * Where a value stands whose notation is not that of the schema.
   *
   * @param type the name of the schema's type
   * @param path of the property in the schema
   * @param words what users call it
   */
  public record Named(String type, String path, String words) {}

  /** False for values to which there is no objection, whatever they are held against. */
  public static boolean areToValue(Value value) {
    return value instanceof Value.Known || value instanceof Value.Items;
  }

  /** The objections to single values and to those of a list, whatever holds them. */
  public static List<Objection> toValues(Value value, Schema schema, Named named, Leeway leeway) {
    Objections objections = new Objections(named.type(), leeway, any -> Optional.empty());
    MemberPath path = new MemberPath(named.words(), named.path());
    if (value instanceof Value.Known known) {
      objections.single(known, schema, path);
    } else if (value instanceof Value.Items list && schema.items().isPresent()) {
      for (int i = 0; i < list.items().size(); i++) {
        if (list.items().get(i) instanceof Value.Known known) {
          objections.single(known, schema.items().get(), path.item(i));
        }
      }
    }
    return objections.found;
  }

  /** What converts to nothing that the schema asks for is put otherwise, and not wrong. */
  private void single(Value.Known known, Schema schema, MemberPath path) {
    boolean same = !(known.value() instanceof Boolean) && schema.takes(Shape.SCALAR);
    if (same && ScalarLimits.of(known, schema, leeway).stream().noneMatch(Limit::isOfType)) {
      value(known, schema, path);
    }
  }

  void add(Limit limit, Value at, MemberPath path) {
    if (leeway.isLax(type, path.bare(), limit.keyword())) {
      return;
    }
    Weight weight =
        limit.weight() == Weight.CERTAIN && leeway.isGrowing(type, path.bare(), limit.keyword())
            ? Weight.GROWING
            : limit.weight();
    found.add(new Objection(weight, path + " " + limit.what(), limit.help(), at.origin()));
  }

  private List<Objection> apart(Value value, Schema schema, MemberPath path) {
    Objections apart = new Objections(type, leeway, shapes);
    apart.value(value, schema, path);
    return apart.found;
  }

  private void value(Value value, Schema schema, MemberPath path) {
    if (value instanceof Value.Choice choice) {
      choice(choice.candidates().stream().map(one -> apart(one, schema, path)).toList());
      return;
    }
    Optional<Shape> shape = shape(value);
    if (shape.isEmpty()) {
      return;
    }
    Shape given = shape.get();
    if (!schema.takes(given)) {
      shape(value, given, schema.shapes().stream().findFirst().orElse(given), path);
      return;
    }
    if (value instanceof Value.Known known) {
      for (Limit limit : ScalarLimits.of(known, schema, leeway)) {
        add(limit, value, path);
      }
    } else if (value instanceof Value.Items list) {
      list(list, schema, path);
    } else if (value instanceof Value.Fields object) {
      MemberLimits.check(object, schema, path, this);
      for (Map.Entry<String, Value> member : object.fields().entrySet()) {
        Optional<Schema> below = schema.member(member.getKey());
        if (below.isPresent()) {
          value(member.getValue(), below.get(), path.member(member.getKey()));
        }
      }
    }
    alternatives("anyOf", value, schema, path);
    alternatives("oneOf", value, schema, path);
    for (Schema one : schema.alternatives("allOf")) {
      value(value, one, path);
    }
  }

  /** What is one of several values. */
  private void choice(List<List<Objection>> candidates) {
    boolean each = candidates.stream().allMatch(all -> all.stream().anyMatch(Objection::isCertain));
    candidates.stream()
        .flatMap(List::stream)
        .filter(one -> !each || one.isCertain())
        .findFirst()
        .ifPresent(one -> found.add(each ? one : one.but(Weight.OPEN)));
  }

  private Optional<Shape> shape(Value value) {
    if (value instanceof Value.Items) {
      return Optional.of(Shape.LIST);
    }
    if (value instanceof Value.Fields) {
      return Optional.of(Shape.OBJECT);
    }
    return value instanceof Value.Known || value instanceof Value.Template
        ? Optional.of(Shape.SCALAR)
        : shapes.of(value);
  }

  /** F253: no shape is turned into another. */
  private void shape(Value value, Shape given, Shape wanted, MemberPath path) {
    String what = "has to be " + wanted.words() + ", and is " + given.words();
    String keyword = value instanceof Value.Known ? "text" : "type";
    add(Limit.of(keyword, what, "write " + wanted.words()), value, path);
  }

  private void list(Value.Items list, Schema schema, MemberPath path) {
    List<Value> items = list.items();
    BigDecimal count = BigDecimal.valueOf(items.size());
    Optional<BigDecimal> least = schema.number("minItems");
    Optional<BigDecimal> most = schema.number("maxItems");
    if (least.isPresent() || most.isPresent()) {
      boolean counted = items.stream().noneMatch(Value.Choice.class::isInstance);
      if (counted && least.filter(bound -> count.compareTo(bound) < 0).isPresent()) {
        items("minItems", "at least", least.get(), count, list, path);
      }
      if (counted && most.filter(bound -> count.compareTo(bound) > 0).isPresent()) {
        items("maxItems", "at most", most.get(), count, list, path);
      }
    }
    different(list, schema, path);
    Optional<Schema> below = schema.items();
    if (below.isPresent()) {
      for (int i = 0; i < items.size(); i++) {
        value(items.get(i), below.get(), path.item(i));
      }
    }
  }

  /** That nothing is there twice, and not too much that differs. */
  private void different(Value.Items list, Schema schema, MemberPath path) {
    boolean unique = schema.flag("uniqueItems");
    Optional<BigDecimal> most = schema.number("maxUniqueItems");
    if (!unique && most.isEmpty()) {
      return;
    }
    Set<String> different = new HashSet<>();
    for (Value item : list.items()) {
      Optional<String> key = Equality.key(item);
      if (key.isPresent() && !different.add(key.get()) && unique) {
        add(Limit.of("uniqueItems", "holds something twice", "leave one out"), item, path);
        break;
      }
    }
    BigDecimal count = BigDecimal.valueOf(list.items().size());
    most.filter(bound -> BigDecimal.valueOf(different.size()).compareTo(bound) > 0)
        .ifPresent(bound -> items("maxUniqueItems", "at most", bound, count, list, path));
  }

  private void items(
      String keyword,
      String bound,
      BigDecimal limit,
      BigDecimal count,
      Value.Items list,
      MemberPath path) {
    String what =
        "has to hold "
            + bound
            + " "
            + limit.toPlainString()
            + (limit.compareTo(BigDecimal.ONE) == 0 ? " item" : " items")
            + ", and holds "
            + count.toPlainString();
    add(Limit.of(keyword, what), list, path);
  }

  /** Schemas of which one has to take the value; of bare sets of members only one may. */
  private void alternatives(String keyword, Value value, Schema schema, MemberPath path) {
    List<Schema> all = schema.alternatives(keyword);
    if (all.isEmpty()) {
      return;
    }
    List<List<Objection>> each = all.stream().map(one -> apart(value, one, path)).toList();
    boolean bare = all.stream().allMatch(Schema::isOnlyRequired);
    if (each.stream().anyMatch(List::isEmpty)) {
      if (bare && keyword.equals("oneOf") && value instanceof Value.Fields object) {
        onlyOne(all, object, path);
      }
    } else if (bare) {
      boolean certain = each.stream().allMatch(one -> one.stream().anyMatch(Objection::isCertain));
      add(
          Limit.of(keyword, "has to hold one of " + names(all, " and "), "add one")
              .but(certain ? Weight.CERTAIN : Weight.OPEN),
          value,
          path);
    } else {
      choice(each);
    }
  }

  private static String names(List<Schema> sets, String between) {
    return sets.stream()
        .map(one -> "`" + String.join("`" + between + "`", one.names("required")) + "`")
        .collect(Collectors.joining(", "));
  }

  private void onlyOne(List<Schema> all, Value.Fields object, MemberPath path) {
    long met =
        all.stream()
            .map(one -> one.names("required"))
            .filter(names -> Presence.SET.count(names, object) == names.size())
            .count();
    if (met > 1) {
      add(
          Limit.of("oneOf", "holds more than one of " + names(all, " and "), "keep one of them"),
          object,
          path);
    }
  }
}
