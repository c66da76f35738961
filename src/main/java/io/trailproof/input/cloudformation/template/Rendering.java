package io.trailproof.input.cloudformation.template;

import io.trailproof.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as text: in words for users, and as keys that are equal only for the same value. */
public final class Rendering {
  private static final int LONGEST = 200;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{2028}\\x{2029}]+");
  private static final String PARAMETER = "parameter ";

  private Rendering() {}

  /** A value in words, never longer than a line. */
  public static String words(Value value) {
    String text = value.origin().sensitive() ? "(hidden)" : render(value, Rendering::shown);
    return line(text);
  }

  /** A user's text between backticks, in one line and cut where it is long. */
  public static String quoted(String text) {
    return "`" + line(text) + "`";
  }

  private static String line(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return CONTROL.matcher(shown).replaceAll(" ");
  }

  /**
   * A key that two values share only if they are the same, whatever they turn out to be; that of an
   * opaque value says nothing.
   */
  public static String key(Value value) {
    return render(value, Rendering::identity);
  }

  /** True if two values are the same, whatever they turn out to be; an opaque one never is. */
  public static boolean same(Value a, Value b) {
    return !isOpaque(a) && key(a).equals(key(b));
  }

  /** True if a value has parts that do not even equal themselves. */
  public static boolean isOpaque(Value value) {
    return value.match(
        new Value.Cases<Boolean>() {
          @Override
          public Boolean other(Value any) {
            return isOpen(any);
          }

          @Override
          public Boolean items(Value.Items items) {
            return items.items().stream().anyMatch(Rendering::isOpaque);
          }

          @Override
          public Boolean fields(Value.Fields fields) {
            return fields.fields().values().stream().anyMatch(Rendering::isOpaque);
          }

          @Override
          public Boolean template(Value.Template template) {
            return template.parts().stream().anyMatch(Rendering::isOpaque);
          }
        });
  }

  private static boolean isOpen(Value part) {
    return part instanceof Value.Unknown || part instanceof Value.Choice;
  }

  /** What a symbol stands for, in backticks: {@code parameter `Email`}, {@code `AWS::Region`}. */
  public static String subject(Value.Symbol symbol) {
    return quoted(
        symbol.name().startsWith(PARAMETER)
            ? symbol.name().substring(PARAMETER.length())
            : symbol.name());
  }

  public static String parameter(String name) {
    return PARAMETER + name;
  }

  private static String shown(Value value) {
    if (value instanceof Value.Symbol symbol) {
      return "${" + symbol.name() + "}";
    }
    if (value instanceof Value.Reference reference) {
      return "${" + reference.target().address() + "." + reference.attribute() + "}";
    }
    return value.asText().orElse("…");
  }

  private static String identity(Value value) {
    if (value instanceof Value.Symbol symbol) {
      return tagged("s", symbol.name(), symbol.scope());
    }
    if (value instanceof Value.Reference reference) {
      return tagged(
          "r", reference.target().input(), reference.target().address(), reference.attribute());
    }
    if (isOpen(value)) {
      return "u";
    }
    return value.asText().map(text -> tagged("t", text)).orElse("a");
  }

  private static String tagged(String kind, String... texts) {
    StringBuilder key = new StringBuilder(kind);
    for (String text : texts) {
      key.append('<').append(text.length()).append(':').append(text).append('>');
    }
    return key.toString();
  }

  private static String render(Value value, Function<Value, String> leaf) {
    return value.match(
        new Value.Cases<String>() {
          @Override
          public String other(Value any) {
            return leaf.apply(any);
          }

          @Override
          public String items(Value.Items items) {
            return list(items.items(), ", ", "[", "]");
          }

          @Override
          public String template(Value.Template template) {
            return list(template.parts(), "", "", "");
          }

          @Override
          public String fields(Value.Fields fields) {
            return fields.fields().entrySet().stream()
                .map(field -> field(field, leaf))
                .collect(Collectors.joining(", ", "{", "}"));
          }

          private String list(List<Value> values, String between, String before, String after) {
            return values.stream()
                .map(each -> render(each, leaf))
                .collect(Collectors.joining(between, before, after));
          }
        });
  }

  private static String field(Map.Entry<String, Value> field, Function<Value, String> leaf) {
    Value name = Value.text(field.getKey(), field.getValue().origin());
    return leaf.apply(name) + ": " + render(field.getValue(), leaf);
  }
}
