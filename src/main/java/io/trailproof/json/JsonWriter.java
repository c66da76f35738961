package io.trailproof.json;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON without blanks. */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  JsonWriter write(Json value) {
    if (value instanceof Json.Obj object) {
      object(object);
    } else if (value instanceof Json.Arr array) {
      array(array);
    } else if (value instanceof Json.Str text) {
      string(text.value());
    } else if (value instanceof Json.Num number) {
      out.append(number.source());
    } else if (value instanceof Json.Bool flag) {
      out.append(flag.value());
    } else if (value instanceof Json.Null) {
      out.append("null");
    } else if (value instanceof Json.Template template) {
      string(template.parts().stream().map(Json.Part::shown).collect(Collectors.joining()));
    } else {
      out.append('…');
    }
    return this;
  }

  private void object(Json.Obj object) {
    char before = '{';
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      out.append(before);
      string(member.getKey());
      out.append(':');
      write(member.getValue());
      before = ',';
    }
    out.append(object.members().isEmpty() ? "{}" : "}");
  }

  private void array(Json.Arr array) {
    char before = '[';
    for (Json element : array.elements()) {
      out.append(before);
      write(element);
      before = ',';
    }
    out.append(array.elements().isEmpty() ? "[]" : "]");
  }

  private void string(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
