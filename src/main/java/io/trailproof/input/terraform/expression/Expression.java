package io.trailproof.input.terraform.expression;

import io.trailproof.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An expression; closed, because what else there may be is {@link NotUnderstood}. */
public sealed interface Expression {
  /** What it comes to. */
  Datum in(Names names);

  /** A literal. */
  record Constant(Datum datum) implements Expression {
    @Override
    public Datum in(Names names) {
      return datum;
    }
  }

  /** Text with interpolations. */
  record Text(List<Expression> parts) implements Expression {
    public Text {
      parts = List.copyOf(parts);
    }

    @Override
    public Datum in(Names names) {
      return Datum.across(parts.stream().map(part -> part.in(names)).toList(), Datum::joined);
    }
  }

  /** The first name of a reference. */
  record Name(String name) implements Expression {
    @Override
    public Datum in(Names names) {
      return names.mayGoOn() ? names.named(name) : new Datum.Open("it takes too long");
    }
  }

  /** {@code of.name}. */
  record Member(Expression of, String name) implements Expression {
    @Override
    public Datum in(Names names) {
      return of.in(names).attribute(name);
    }
  }

  /** {@code of[key]}. */
  record Index(Expression of, Expression key) implements Expression {
    @Override
    public Datum in(Names names) {
      return Datum.across(
          List.of(of.in(names), key.in(names)), both -> both.get(0).index(both.get(1)));
    }
  }

  /**
   * {@code of[*]} and what follows.
   *
   * @param each what is taken of each element, which is called {@link #ELEMENT} in it
   */
  record Splat(Expression of, Expression each) implements Expression {
    static final String ELEMENT = "*";

    @Override
    public Datum in(Names names) {
      return of.in(names).map(all -> taken(all, names));
    }

    private Datum taken(Datum all, Names names) {
      if (all.isOpen()) {
        return all;
      }
      if (all instanceof Datum.Nothing) {
        return new Datum.Many(List.of());
      }
      List<Datum> items = all instanceof Datum.Many many ? many.items() : List.of(all);
      return new Datum.Many(
          items.stream().map(item -> each.in(names.with(ELEMENT, item))).toList());
    }
  }

  /**
   * A call of a function.
   *
   * @param spread true if the last argument holds the rest of them
   */
  record Call(String function, List<Expression> arguments, boolean spread) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Datum in(Names names) {
      if (function.equals("try") || function.equals("can")) {
        return caught(names);
      }
      List<Datum> given = arguments.stream().map(argument -> argument.in(names)).toList();
      return Datum.across(given, this::applied);
    }

    private Datum applied(List<Datum> given) {
      List<Datum> all = given;
      if (spread && !given.isEmpty()) {
        List<Datum> rest = given.get(given.size() - 1).elements().orElse(null);
        if (rest == null) {
          return new Datum.Open("what is spread is not known");
        }
        all = new ArrayList<>(given.subList(0, given.size() - 1));
        all.addAll(rest);
      }
      return PureFunctions.call(function, all);
    }

    private Datum caught(Names names) {
      for (Expression argument : arguments) {
        Datum tried = argument.in(names);
        if (function.equals("can")) {
          return tried instanceof Datum.Open ? tried : Datum.known(!tried.isOpen());
        }
        if (!(tried instanceof Datum.Failed)) {
          return tried;
        }
      }
      return new Datum.Failed("nothing of a `try` works");
    }
  }

  /** {@code condition ? yes : no}. */
  record Conditional(Expression condition, Expression yes, Expression no) implements Expression {
    @Override
    public Datum in(Names names) {
      Datum told = condition.in(names);
      if (told instanceof Datum.Failed) {
        return told;
      }
      Boolean known = told instanceof Datum.Scalar scalar ? scalar.truth().orElse(null) : null;
      if (known != null) {
        return known ? yes.in(names) : no.in(names);
      }
      return Datum.oneOf(List.of(yes.in(names), no.in(names)));
    }
  }

  /** Two operands. */
  record Binary(String operator, Expression left, Expression right) implements Expression {
    @Override
    public Datum in(Names names) {
      return Datum.across(
          List.of(left.in(names), right.in(names)),
          both -> Operators.of(operator, both.get(0), both.get(1)));
    }
  }

  /** {@code !of} and {@code -of}. */
  record Unary(String operator, Expression of) implements Expression {
    @Override
    public Datum in(Names names) {
      return of.in(names)
          .map(
              one ->
                  operator.equals("!")
                      ? Operators.of("==", one, Datum.known(false))
                      : Operators.of("-", Datum.known(BigDecimal.ZERO), one));
    }
  }

  /** A list. */
  record Items(List<Expression> items) implements Expression {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Datum in(Names names) {
      return new Datum.Many(items.stream().map(item -> item.in(names)).toList());
    }
  }

  /** A field of an object. */
  record Field(Expression key, Expression value) {}

  /** An object. */
  record Fields(List<Field> fields) implements Expression {
    public Fields {
      fields = List.copyOf(fields);
    }

    @Override
    public Datum in(Names names) {
      Map<String, Datum> all = new LinkedHashMap<>();
      for (Field field : fields) {
        Optional<String> key = field.key().in(names).text();
        if (key.isEmpty()) {
          return new Datum.Open("a key is not known");
        }
        all.put(key.get(), field.value().in(names));
      }
      return new Datum.Named(all);
    }
  }

  /**
   * A list or object made of another.
   *
   * @param toKey the key of each field; null if it makes a list
   */
  record For(
      @Nullable String keyName,
      String valueName,
      Expression over,
      @Nullable Expression toKey,
      Expression to,
      @Nullable Expression condition)
      implements Expression {
    @Override
    public Datum in(Names names) {
      return over.in(names).map(all -> made(all, names));
    }

    private Datum made(Datum all, Names names) {
      if (all.isOpen() || all.elements().isEmpty()) {
        return all.isOpen() ? all : new Datum.Open("what is repeated over is not known");
      }
      List<Datum> list = new ArrayList<>();
      Map<String, Datum> map = new LinkedHashMap<>();
      // Objects are walked over in the order of their keys.
      TreeMap<String, Datum> sorted =
          all instanceof Datum.Named named ? new TreeMap<>(named.fields()) : new TreeMap<>();
      List<String> keys = List.copyOf(sorted.keySet());
      List<Datum> values =
          keys.isEmpty() ? all.elements().orElseThrow() : List.copyOf(sorted.values());
      for (int i = 0; i < values.size(); i++) {
        Datum key = keys.isEmpty() ? Datum.known(BigDecimal.valueOf(i)) : Datum.known(keys.get(i));
        Names inner = names.withOptional(keyName, key).with(valueName, values.get(i));
        if (!names.mayGoOn()) {
          return new Datum.Open("it takes too long");
        }
        Boolean kept = condition == null ? Boolean.TRUE : truth(condition.in(inner));
        if (kept == null) {
          return new Datum.Open("what is kept is not known");
        }
        if (kept && toKey == null) {
          list.add(to.in(inner));
        } else if (kept && toKey != null) {
          String name = toKey.in(inner).text().orElse(null);
          if (name == null) {
            return new Datum.Open("a key is not known");
          }
          map.put(name, to.in(inner));
        }
      }
      return toKey == null ? new Datum.Many(list) : new Datum.Named(map);
    }

    private static @Nullable Boolean truth(Datum datum) {
      return datum instanceof Datum.Scalar scalar ? scalar.truth().orElse(null) : null;
    }
  }

  /** Anything else. */
  record NotUnderstood() implements Expression {
    @Override
    public Datum in(Names names) {
      return new Datum.Open("it is written in a way that is not read");
    }
  }

  /** A text as it stands. */
  static Expression text(String text) {
    return new Constant(Datum.known(text));
  }

  /** A value of no other kind than a scalar. */
  static Expression of(Value value) {
    return new Constant(new Datum.Scalar(value));
  }
}
