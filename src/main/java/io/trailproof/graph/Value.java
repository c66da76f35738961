package io.trailproof.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A property as far as the input tells it: a value, something that stands for one, or nothing.
 *
 * <p>Closed, because every reader of values must say what it does with each of these.
 */
public sealed interface Value {
  /** Where it was written. */
  Origin origin();

  /** Applies the function of the case at hand. */
  <R> R match(Cases<R> cases);

  /** The same value with another origin. */
  Value from(Origin origin);

  /** The values that this one is made of, in order; those of an object are its fields. */
  default List<Value> children() {
    return List.of();
  }

  /** The same value with each of its children replaced. */
  default Value map(UnaryOperator<Value> change) {
    return this;
  }

  /** This value and all that it is made of, outermost first. */
  default Stream<Value> stream() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Value::stream));
  }

  /** True if something holds of this value or of any that it is made of. */
  default boolean any(Predicate<Value> test) {
    if (test.test(this)) {
      return true;
    }
    for (Value child : children()) {
      if (child.any(test)) {
        return true;
      }
    }
    return false;
  }

  /** True if this value or part of what it is made of is marked so by the input. */
  default boolean isSensitive() {
    return any(one -> one.origin().sensitive());
  }

  private static List<Value> each(List<Value> values, UnaryOperator<Value> change) {
    List<Value> changed = new ArrayList<>(values.size());
    for (Value value : values) {
      changed.add(change.apply(value));
    }
    return changed;
  }

  /** One function for each kind of value; all but {@code other} default to {@code other}. */
  interface Cases<R> {
    R other(Value value);

    default R known(Known value) {
      return other(value);
    }

    default R items(Items value) {
      return other(value);
    }

    default R fields(Fields value) {
      return other(value);
    }

    default R reference(Reference value) {
      return other(value);
    }

    default R symbol(Symbol value) {
      return other(value);
    }

    default R template(Template value) {
      return other(value);
    }

    default R choice(Choice value) {
      return other(value);
    }

    default R unknown(Unknown value) {
      return other(value);
    }

    default R absent(Absent value) {
      return other(value);
    }
  }

  /**
   * A string, number or boolean.
   *
   * @param value a {@link String}, {@link BigDecimal} or {@link Boolean}
   */
  record Known(Object value, Origin origin) implements Value {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.known(this);
    }

    @Override
    public Known from(Origin other) {
      return new Known(value, other);
    }

    /** The value as text: numbers without exponent or trailing zeros. */
    public String text() {
      return value instanceof BigDecimal number ? plain(number) : value.toString();
    }

    private static String plain(BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
  }

  /** A list or set. */
  record Items(List<Value> items, Origin origin) implements Value {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public List<Value> children() {
      return items;
    }

    @Override
    public Items map(UnaryOperator<Value> change) {
      return new Items(Value.each(items, change), origin);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.items(this);
    }

    @Override
    public Items from(Origin other) {
      return new Items(items, other);
    }
  }

  /** An object or map, in the order it was written. */
  record Fields(Map<String, Value> fields, Origin origin) implements Value {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public List<Value> children() {
      return List.copyOf(fields.values());
    }

    @Override
    public boolean any(Predicate<Value> test) {
      if (test.test(this)) {
        return true;
      }
      for (Value field : fields.values()) { // without a list of them
        if (field.any(test)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Fields map(UnaryOperator<Value> change) {
      Map<String, Value> changed = new LinkedHashMap<>();
      fields.forEach((name, field) -> changed.put(name, change.apply(field)));
      return new Fields(changed, origin);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.fields(this);
    }

    @Override
    public Fields from(Origin other) {
      return new Fields(fields, other);
    }
  }

  /**
   * A canonical attribute of a resource instance, whose text may be known only later.
   *
   * @param attribute the catalog's word for it: {@code name}, {@code arn}, or a property
   * @param whole false if the input would show the same of a text that it is a part of
   */
  record Reference(ResourceId target, String attribute, boolean whole, Origin origin)
      implements Value {
    /** A reference that is all of a value. */
    public Reference(ResourceId target, String attribute, Origin origin) {
      this(target, attribute, true, origin);
    }

    /** The same where it may be a part of a text. */
    public Reference perhapsPart() {
      return new Reference(target, attribute, false, origin);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reference(this);
    }

    @Override
    public Reference from(Origin other) {
      return new Reference(target, attribute, whole, other);
    }

    /** True if it is what AWS tells the resource by, which is never empty. */
    public boolean isIdentity() {
      return attribute.equals("arn")
          || attribute.equals("name")
          || attribute.equals("qualifiedArn");
    }

    /** True if another one is to the same attribute of the same resource. */
    public boolean isSame(Reference other) {
      return target.equals(other.target) && attribute.equals(other.attribute);
    }
  }

  /**
   * Something with an identity but no text: a parameter without default, a pseudo parameter, the
   * Region of a provider. Two symbols of one name are the same value.
   *
   * @param name what users see, such as {@code parameter Email}
   * @param scope where the name means this: a stack, a module, or empty for the whole run; compared
   *     and never shown, as it may hold a secret
   */
  record Symbol(String name, String scope, Origin origin) implements Value {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.symbol(this);
    }

    @Override
    public Symbol from(Origin other) {
      return new Symbol(name, scope, other);
    }
  }

  /** Text put together of known text and of values known only later; at least one is no text. */
  record Template(List<Value> parts, Origin origin) implements Value {
    public Template {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Value> children() {
      return parts;
    }

    /** Plain text if nothing but text is left. */
    @Override
    @SuppressWarnings("ReferenceEquality") // most of what is changed stays what it was
    public Value map(UnaryOperator<Value> change) {
      List<Value> changed = Value.each(parts, change);
      for (int i = 0; i < changed.size(); i++) {
        if (changed.get(i) != parts.get(i)) {
          return joined(changed, origin);
        }
      }
      return isJoined() ? this : joined(changed, origin);
    }

    /** True if to join the parts once more gives the same. */
    @SuppressWarnings("ReferenceEquality") // of texts that were joined here
    private boolean isJoined() {
      boolean afterText = false;
      for (Value part : parts) {
        boolean isText = part instanceof Known known && known.value() instanceof String;
        if (part.origin().sensitive()
            || (isText ? afterText || part.origin() != origin : part.isKnown())
            || part instanceof Template) {
          return false;
        }
        afterText = isText;
      }
      return parts.size() > 1 && !origin.sensitive();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.template(this);
    }

    @Override
    public Template from(Origin other) {
      return new Template(parts, other);
    }
  }

  /**
   * One of several values, and the input does not tell which: what is asked of it must hold for
   * every one.
   *
   * @param why what would settle it
   */
  record Choice(List<Value> candidates, String why, Origin origin) implements Value {
    public Choice {
      candidates = List.copyOf(candidates);
    }

    @Override
    public List<Value> children() {
      return candidates;
    }

    @Override
    public Choice map(UnaryOperator<Value> change) {
      return new Choice(Value.each(candidates, change), why, origin);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.choice(this);
    }

    @Override
    public Choice from(Origin other) {
      return new Choice(candidates, why, other);
    }
  }

  /**
   * There is a value, or may be one, and the input does not tell it.
   *
   * @param why ends a sentence that names the property: {@code is known only after apply}
   */
  record Unknown(String why, Origin origin) implements Value {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }

    @Override
    public Unknown from(Origin other) {
      return new Unknown(why, other);
    }
  }

  /** Certainly not set, and no default stands in. */
  record Absent(Origin origin) implements Value {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.absent(this);
    }

    @Override
    public Absent from(Origin other) {
      return new Absent(other);
    }
  }

  /** A string. */
  static Known text(String text, Origin origin) {
    return new Known(text, origin);
  }

  /** A number. */
  static Known number(BigDecimal number, Origin origin) {
    return new Known(number, origin);
  }

  /** A boolean. */
  static Known flag(boolean flag, Origin origin) {
    return new Known(flag, origin);
  }

  /**
   * Text of parts: neighbouring known parts run together, and a template without holes is plain
   * text.
   */
  static Value joined(List<Value> parts, Origin origin) {
    List<Value> merged = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean sensitive = origin.sensitive();
    for (Value part : flattened(parts)) {
      sensitive |= part.origin().sensitive();
      if (part instanceof Known known) {
        text.append(known.text());
      } else {
        if (text.length() > 0) {
          merged.add(text(text.toString(), origin));
          text.setLength(0);
        }
        merged.add(part);
      }
    }
    Origin shown = sensitive ? origin.hidden() : origin;
    if (merged.isEmpty()) {
      return text(text.toString(), shown);
    }
    if (text.length() > 0) {
      merged.add(text(text.toString(), origin));
    }
    return merged.size() == 1 ? merged.get(0).from(shown) : new Template(merged, shown);
  }

  private static List<Value> flattened(List<Value> parts) {
    List<Value> flat = new ArrayList<>(parts.size());
    for (Value part : parts) {
      if (part instanceof Template template) {
        flat.addAll(template.parts());
      } else {
        flat.add(part);
      }
    }
    return flat;
  }

  /** The text, if this is a known scalar. */
  default Optional<String> asText() {
    return this instanceof Known known ? Optional.of(known.text()) : Optional.empty();
  }

  /** True if this is known text, number or boolean. */
  default boolean isKnown() {
    return this instanceof Known;
  }

  /** True if this is certainly not set. */
  default boolean isAbsent() {
    return this instanceof Absent;
  }
}
