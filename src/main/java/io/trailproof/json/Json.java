package io.trailproof.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value as far as it is known.
 *
 * <p>Sealed: these are the shapes of JSON, and three ways of not knowing one, which a text that is
 * read never holds.
 */
public sealed interface Json {
  /** How deep a text may be nested if nobody asks for less. */
  int DEEPEST = 500;

  /** Reads one JSON text strictly; anything but blanks around it is an error. */
  static ParsedJson read(String text) {
    return read(text, DEEPEST);
  }

  /** Reads one JSON text that is nested no deeper than {@code deepest}. */
  static ParsedJson read(String text, int deepest) {
    return new JsonParser(text, deepest).read();
  }

  /** The kinds of value that conditions tell apart. */
  enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    OPEN
  }

  Kind kind();

  /** All members or elements, in order; none for a scalar. */
  default List<Json> children() {
    return List.of();
  }

  /**
   * The elements; a value that is no array is its own only one, as policies and patterns have it.
   */
  default List<Json> elements() {
    return List.of(this);
  }

  /** The members, if it is an object. */
  default Optional<Map<String, Json>> asMembers() {
    return Optional.empty();
  }

  /** The text, if it is one that is known. */
  default Optional<String> asText() {
    return Optional.empty();
  }

  /** Whether nothing, or only a part of a text, is known of it. */
  default boolean isOpen() {
    return false;
  }

  /** The value without blanks, as services write their records; what is not known as `…`. */
  default String print() {
    return new JsonWriter().write(this).toString();
  }

  /**
   * An object, its members in the order of their first appearance.
   *
   * @param complete whether it certainly has no other members
   */
  record Obj(Map<String, Json> members, boolean complete) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public Obj(Map<String, Json> members) {
      this(members, true);
    }

    @Override
    public Kind kind() {
      return Kind.OBJECT;
    }

    @Override
    public List<Json> children() {
      return List.copyOf(members.values());
    }

    @Override
    public Optional<Map<String, Json>> asMembers() {
      return Optional.of(members);
    }
  }

  /** An array. */
  record Arr(List<Json> elements) implements Json {
    public Arr {
      elements = List.copyOf(elements);
    }

    @Override
    public Kind kind() {
      return Kind.ARRAY;
    }

    @Override
    public List<Json> children() {
      return elements;
    }
  }

  /** A string. */
  record Str(String value) implements Json, Part {
    @Override
    public Kind kind() {
      return Kind.STRING;
    }

    @Override
    public Optional<String> asText() {
      return Optional.of(value);
    }

    @Override
    public String shown() {
      return value;
    }
  }

  /** A number as it was written, since services differ in what they make of it. */
  record Num(String source) implements Json {
    /** A scale beyond this would take gigabytes to write out, and no number of AWS has it. */
    private static final int DIGITS = 400;

    @Override
    public Kind kind() {
      return Kind.NUMBER;
    }

    /** What it is worth; empty beyond any limit of AWS. */
    public Optional<BigDecimal> decimal() {
      if (source.length() > 2 * DIGITS) {
        return Optional.empty();
      }
      try {
        return Optional.of(new BigDecimal(source))
            .filter(it -> Math.abs((long) it.scale()) <= DIGITS);
      } catch (NumberFormatException beyondAnyExponent) {
        return Optional.empty();
      }
    }
  }

  /** A boolean. */
  record Bool(boolean value) implements Json {
    public static final Bool TRUE = new Bool(true);
    public static final Bool FALSE = new Bool(false);

    @Override
    public Kind kind() {
      return value ? Kind.TRUE : Kind.FALSE;
    }
  }

  /** {@code null}. */
  record Null() implements Json {
    public static final Null NULL = new Null();

    @Override
    public Kind kind() {
      return Kind.NULL;
    }
  }

  /** A string of which parts are not known. */
  record Template(List<Part> parts) implements Json {
    public Template {
      parts = List.copyOf(parts);
    }

    @Override
    public Kind kind() {
      return Kind.OPEN;
    }

    @Override
    public boolean isOpen() {
      return true;
    }
  }

  /** Anything, or nothing at all, because of {@code why}, such as "known only after apply". */
  record Unknown(String why) implements Json {
    @Override
    public Kind kind() {
      return Kind.OPEN;
    }

    @Override
    public boolean isOpen() {
      return true;
    }
  }

  /**
   * Something else in every record that the whole value stands for, so that hardly any condition
   * holds for all of them.
   *
   * @param always whether every record has it
   */
  record Varies(boolean always) implements Json {
    @Override
    public Kind kind() {
      return Kind.OPEN;
    }
  }

  /** A stretch of a text: known, or a hole. */
  sealed interface Part {
    /** What the part looks like when it is shown to somebody. */
    String shown();

    /** The known text; empty if it is a hole. */
    default Optional<String> asText() {
      return Optional.empty();
    }
  }

  /** What a hole may hold. */
  enum Shape {
    /** Any text, an empty one included. */
    ANY,
    /** Any text that may follow a reference, and mostly is empty. */
    REST,
    /** The twelve digits of an account. */
    ACCOUNT,
    /** A Region or a partition. */
    WORD,
    /** A name, which holds no colon, no slash and no star, and is not empty. */
    NAME,
    /** A name that may hold slashes. */
    PATH,
    /** Part of such a name, which may be empty. */
    PART
  }

  /**
   * A stretch of text that is not known.
   *
   * @param name what it stands for: holes of one name stand for the same text, holes without a name
   *     have nothing in common
   * @param scope where the name means this; it is not shown
   * @param family if not empty, two holes of the family with different names are different texts
   */
  record Hole(String name, String scope, Shape shape, String family) implements Part {
    public Hole(String name) {
      this(name, "", Shape.ANY, "");
    }

    @Override
    public String shown() {
      return "${" + (name.isEmpty() ? "…" : name) + "}";
    }

    /** Whether both stand for the same text. */
    public boolean isSame(Hole other) {
      return !name.isEmpty() && name.equals(other.name) && scope.equals(other.scope);
    }

    /** Whether both certainly stand for different texts. */
    public boolean isDifferent(Hole other) {
      return !family.isEmpty() && family.equals(other.family) && !isSame(other);
    }
  }

  /** A known text that stands where otherwise a hole would be, so that it is told whose it is. */
  record Filled(String value, Hole hole) implements Part {
    @Override
    public Optional<String> asText() {
      return Optional.of(value);
    }

    @Override
    public String shown() {
      return value;
    }
  }
}
