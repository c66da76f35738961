package io.trailproof.input.cloudformation.value;

import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A fully known value as JSON text, as {@code Fn::ToJsonString} writes it. */
final class JsonText {
  private JsonText() {}

  /** The text; empty if part of the value is not known. */
  static Optional<String> of(Value value) {
    StringBuilder json = new StringBuilder();
    return write(value, json) ? Optional.of(json.toString()) : Optional.empty();
  }

  private static boolean write(Value value, StringBuilder json) {
    if (value instanceof Value.Known known) {
      json.append(known.value() instanceof String text ? quoted(text) : known.text());
      return true;
    }
    if (value instanceof Value.Items items) {
      return all(items.items(), json);
    }
    return value instanceof Value.Fields fields && all(fields.fields(), json);
  }

  private static boolean all(List<Value> items, StringBuilder json) {
    List<String> texts = new ArrayList<>();
    for (Value item : items) {
      Optional<String> text = of(item);
      if (text.isEmpty()) {
        return false;
      }
      texts.add(text.get());
    }
    json.append('[').append(String.join(",", texts)).append(']');
    return true;
  }

  private static boolean all(Map<String, Value> fields, StringBuilder json) {
    List<String> texts = new ArrayList<>();
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      Optional<String> text = of(field.getValue());
      if (text.isEmpty()) {
        return false;
      }
      texts.add(quoted(field.getKey()) + ":" + text.get());
    }
    json.append('{').append(String.join(",", texts)).append('}');
    return true;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
