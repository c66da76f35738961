package io.trailproof.input.cloudformation.template;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values in words for users. */
public final class Rendering {
  private static final int LONGEST = 200;
  private static final String HIDDEN = "(hidden)";
  private static final String PARAMETER = "parameter ";

  private Rendering() {}

  /** A value in words, never longer than a line. */
  public static String words(Value value) {
    return line(render(value));
  }

  /** A user's text between backticks, in one line and cut where it is long. */
  public static String quoted(String text) {
    return "`" + line(text) + "`";
  }

  /** A user's text in one line, cut where it is long. */
  public static String line(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return hasControl(shown) ? Control.IN_A_ROW.matcher(shown).replaceAll(" ") : shown;
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign < ' ' || sign == 0x7F || sign == '\u2028' || sign == '\u2029') {
        return true;
      }
    }
    return false;
  }

  /** Signs that would break a line, or worse. */
  private static final class Control {
    static final Pattern IN_A_ROW = Pattern.compile("[\\p{Cntrl}\\x{2028}\\x{2029}]+");

    private Control() {}
  }

  /** What a symbol stands for, in backticks: {@code parameter `Email`}, {@code `AWS::Region`}. */
  public static String subject(Value.Symbol symbol) {
    return quoted(
        symbol.name().startsWith(PARAMETER)
            ? symbol.name().substring(PARAMETER.length())
            : symbol.name());
  }

  /** The option that gives a symbol its text, if there is one: {@code --parameter Email=…}. */
  public static Optional<String> settledBy(Value.Symbol symbol) {
    if (symbol.name().startsWith(PARAMETER)) {
      return Optional.of("--parameter " + symbol.name().substring(PARAMETER.length()) + "=…");
    }
    return switch (symbol.name()) {
      case "AWS::Region" -> Optional.of("--region …");
      case "AWS::AccountId" -> Optional.of("--account …");
      default -> Optional.empty();
    };
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

  /**
   * A symbol that is named by a text of the template. Its name is shown wherever the symbol is
   * spoken of, so one that is made of what is hidden is in its scope instead, which nobody sees.
   */
  public static Value.Symbol symbol(String name, String scope, Origin origin) {
    return origin.sensitive()
        ? new Value.Symbol(HIDDEN, scope + " " + name, origin)
        : new Value.Symbol(name, scope, origin);
  }

  private static String render(Value value) {
    if (value.origin().sensitive()) {
      return HIDDEN;
    }
    return value.match(
        new Value.Cases<String>() {
          @Override
          public String other(Value any) {
            return shown(any);
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
                .map(field -> field.getKey() + ": " + render(field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
          }

          private String list(List<Value> values, String between, String before, String after) {
            return values.stream()
                .map(Rendering::render)
                .collect(Collectors.joining(between, before, after));
          }
        });
  }
}
