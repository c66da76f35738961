package io.trailproof.input.terraform.expression;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an expression comes to, as far as it can be told.
 *
 * <p>Closed, because every function must say what it does with each of these.
 */
public sealed interface Datum {
  /** The most ways that are told apart. */
  int WAYS = 32;

  /** An attribute of it. */
  default Datum attribute(String name) {
    return new Failed("has no attribute `" + name + "`");
  }

  /** An element of it. */
  default Datum index(Datum key) {
    return key.text().map(this::attribute).orElseGet(() -> new Open("an index is not known"));
  }

  /** The text of a known scalar. */
  default Optional<String> text() {
    return Optional.empty();
  }

  /** The elements, if it is a list, a set or an object. */
  default Optional<List<Datum>> elements() {
    return Optional.empty();
  }

  /** True if nothing can be told of it, or only that it fails. */
  default boolean isOpen() {
    return false;
  }

  /** Applies a function, to each way if there are several. */
  default Datum map(Function<Datum, Datum> function) {
    return function.apply(this);
  }

  /**
   * Text, a number, a truth value, or something that stands for one.
   *
   * @param value an object or a list stands for the JSON text that it makes
   */
  record Scalar(Value value) implements Datum {
    @Override
    public Optional<String> text() {
      return value.asText();
    }

    /** The truth value; text counts as terraform converts it. */
    Optional<Boolean> truth() {
      return text().filter(text -> text.equals("true") || text.equals("false")).map("true"::equals);
    }
  }

  /** {@code null}. */
  record Nothing() implements Datum {}

  /** A list, tuple or set. */
  record Many(List<Datum> items) implements Datum {
    public Many {
      items = List.copyOf(items);
    }

    @Override
    public Datum index(Datum key) {
      String text = key.text().orElse(null);
      if (text == null || !text.matches("[0-9]{1,8}")) {
        return new Open("an index is not known");
      }
      int at = Integer.parseInt(text);
      return at < items.size() ? items.get(at) : new Failed("has no element " + at);
    }

    @Override
    public Datum attribute(String name) {
      return name.matches("[0-9]{1,8}") ? index(known(name)) : new Failed("is a list");
    }

    @Override
    public Optional<List<Datum>> elements() {
      return Optional.of(items);
    }
  }

  /**
   * A map or object.
   *
   * @param whole false if it may have more fields than these
   */
  record Named(Map<String, Datum> fields, boolean whole) implements Datum {
    public Named {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** An object that has these fields and no more. */
    public Named(Map<String, Datum> fields) {
      this(fields, true);
    }

    @Override
    public Datum attribute(String name) {
      Datum field = fields.get(name);
      if (field != null) {
        return field;
      }
      return whole
          ? new Failed("has no attribute `" + name + "`")
          : new Open("`" + name + "` is not known");
    }

    @Override
    public Optional<List<Datum>> elements() {
      return whole ? Optional.of(List.copyOf(fields.values())) : Optional.empty();
    }
  }

  /** Something whose attributes are looked up when they are asked for: a resource, a module. */
  record Thing(Function<String, Datum> attributes) implements Datum {
    @Override
    public Datum attribute(String name) {
      return attributes.apply(name);
    }
  }

  /** One of several, and it is not told which. */
  record OneOf(List<Datum> ways) implements Datum {
    public OneOf {
      ways = List.copyOf(ways);
    }

    @Override
    public Datum attribute(String name) {
      return map(way -> way.attribute(name));
    }

    @Override
    public Datum index(Datum key) {
      return map(way -> way.index(key));
    }

    @Override
    public Datum map(Function<Datum, Datum> function) {
      return oneOf(ways.stream().map(function).toList());
    }
  }

  /**
   * Not told.
   *
   * @param why what it hangs on
   */
  record Open(String why) implements Datum {
    @Override
    public Datum attribute(String name) {
      return this;
    }

    @Override
    public Datum index(Datum key) {
      return this;
    }

    @Override
    public boolean isOpen() {
      return true;
    }
  }

  /** An error, which {@code try} and {@code can} catch. */
  record Failed(String why) implements Datum {
    @Override
    public Datum attribute(String name) {
      return this;
    }

    @Override
    public Datum index(Datum key) {
      return this;
    }

    @Override
    public boolean isOpen() {
      return true;
    }
  }

  /** One of some ways; that one if they are the same, and nothing told if they are too many. */
  static Datum oneOf(List<Datum> ways) {
    LinkedHashSet<Datum> all = new LinkedHashSet<>();
    for (Datum way : ways) {
      if (way instanceof OneOf several) {
        all.addAll(several.ways());
      } else {
        all.add(way);
      }
    }
    for (Datum way : all) {
      if (way.isOpen()) {
        return way;
      }
    }
    if (all.size() == 1) {
      return all.iterator().next();
    }
    return all.size() > WAYS ? new Open("too many ways are open") : new OneOf(new ArrayList<>(all));
  }

  /** Known text. */
  static Datum known(String text) {
    return new Scalar(Value.text(text, Origin.NOWHERE));
  }

  /** A known number. */
  static Datum known(BigDecimal number) {
    return new Scalar(Value.number(number, Origin.NOWHERE));
  }

  /** A known truth value. */
  static Datum known(boolean flag) {
    return new Scalar(Value.flag(flag, Origin.NOWHERE));
  }

  /** Text put together; not told if a part is no text. */
  static Datum joined(List<Datum> parts) {
    List<Value> values = new ArrayList<>();
    for (Datum part : parts) {
      if (part.isOpen()) {
        return part;
      }
      if (!(part instanceof Scalar scalar)
          || scalar.value() instanceof Value.Fields
          || scalar.value() instanceof Value.Items) {
        return new Open("a part of a text is no text");
      }
      values.add(scalar.value());
    }
    return new Scalar(Value.joined(values, Origin.NOWHERE));
  }

  /** Applies a function to every combination of the ways of some arguments. */
  static Datum across(List<Datum> arguments, Function<List<Datum>, Datum> function) {
    List<List<Datum>> rows = new ArrayList<>();
    rows.add(List.of());
    for (Datum argument : arguments) {
      List<Datum> ways = argument instanceof OneOf several ? several.ways() : List.of(argument);
      List<List<Datum>> longer = new ArrayList<>();
      for (List<Datum> row : rows) {
        for (Datum way : ways) {
          List<Datum> next = new ArrayList<>(row);
          next.add(way);
          longer.add(next);
        }
      }
      if (longer.size() > WAYS) {
        return new Open("too many ways are open");
      }
      rows = longer;
    }
    return oneOf(rows.stream().map(function).toList());
  }
}
