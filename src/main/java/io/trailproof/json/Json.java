package io.trailproof.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value, numbers with the text they were written as. */
public sealed interface Json {
  /** The kinds of value that a condition tells apart. */
  Kind kind();

  /** All members or elements, in order; none for a scalar. */
  default List<Json> children() {
    return List.of();
  }

  /** Appends the value without blanks, as services write their records. */
  void print(StringBuilder out);

  /** The value without blanks, as services write their records. */
  default String print() {
    StringBuilder out = new StringBuilder();
    print(out);
    return out.toString();
  }

  /** Reads one JSON text; anything but blanks around it is an error. */
  static JsonText read(String text) {
    return new JsonReader(text).read();
  }

  enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL
  }

  /** Members in the order of their first appearance; a later duplicate wins (recorded, §2.1). */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
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
    public void print(StringBuilder out) {
      out.append('{');
      boolean first = true;
      for (Map.Entry<String, Json> member : members.entrySet()) {
        if (!first) {
          out.append(',');
        }
        first = false;
        JsonWriter.string(member.getKey(), out);
        out.append(':');
        member.getValue().print(out);
      }
      out.append('}');
    }
  }

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

    @Override
    public void print(StringBuilder out) {
      out.append('[');
      for (int i = 0; i < elements.size(); i++) {
        if (i > 0) {
          out.append(',');
        }
        elements.get(i).print(out);
      }
      out.append(']');
    }
  }

  record Str(String value) implements Json {
    @Override
    public Kind kind() {
      return Kind.STRING;
    }

    @Override
    public void print(StringBuilder out) {
      JsonWriter.string(value, out);
    }
  }

  /** A number as it was written, since services differ in what they make of it. */
  record Num(String source) implements Json {
    @Override
    public Kind kind() {
      return Kind.NUMBER;
    }

    @Override
    public void print(StringBuilder out) {
      out.append(source);
    }
  }

  record Bool(boolean value) implements Json {
    public static final Bool TRUE = new Bool(true);
    public static final Bool FALSE = new Bool(false);

    @Override
    public Kind kind() {
      return value ? Kind.TRUE : Kind.FALSE;
    }

    @Override
    public void print(StringBuilder out) {
      out.append(value);
    }
  }

  record Null() implements Json {
    public static final Null NULL = new Null();

    @Override
    public Kind kind() {
      return Kind.NULL;
    }

    @Override
    public void print(StringBuilder out) {
      out.append("null");
    }
  }
}
