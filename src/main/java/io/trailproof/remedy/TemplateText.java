package io.trailproof.remedy;

import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.util.stream.Collectors;

/** What is added or set, in the YAML of templates. */
final class TemplateText {
  private static final String STEP = "  ";

  private final Spellings spellings;

  TemplateText(Spellings spellings) {
    this.spellings = spellings;
  }

  /** A resource as it stands below {@code Resources}. */
  String resource(Alteration.Add add) {
    StringBuilder text = new StringBuilder();
    text.append(add.resource().address()).append(":\n");
    text.append(STEP).append("Type: ");
    text.append(spellings.binding(add.resource()).map(one -> one.spelling()).orElse(add.type()));
    text.append('\n');
    if (!add.after().isEmpty()) {
      text.append(STEP).append("DependsOn:");
      add.after().forEach(one -> text.append(' ').append(one.address()));
      text.append('\n');
    }
    Value.Fields properties = spellings.written(add);
    if (!properties.fields().isEmpty()) {
      text.append(STEP).append("Properties:\n");
      members(properties, STEP + STEP, text);
    }
    return text.toString();
  }

  private void members(Value.Fields fields, String indent, StringBuilder text) {
    fields
        .fields()
        .forEach(
            (name, value) -> {
              text.append(indent).append(key(name)).append(':');
              value(value, indent, text);
            });
  }

  /** What follows a colon, line ends included. */
  private void value(Value value, String indent, StringBuilder text) {
    Value settled = spellings.settled(value);
    if (settled instanceof Value.Fields object && !object.fields().isEmpty()) {
      text.append('\n');
      members(object, indent + STEP, text);
    } else if (settled instanceof Value.Items list && !list.items().isEmpty()) {
      text.append('\n');
      for (Value item : list.items()) {
        StringBuilder inner = new StringBuilder();
        if (spellings.settled(item) instanceof Value.Fields object) {
          members(object, indent + STEP + STEP, inner);
          text.append(indent).append(STEP).append("- ");
          text.append(inner.substring(indent.length() + 2 * STEP.length()));
        } else {
          text.append(indent).append(STEP).append("- ").append(inline(item)).append('\n');
        }
      }
    } else {
      text.append(' ').append(inline(settled)).append('\n');
    }
  }

  /** A value on one line. */
  String inline(Value value) {
    Value settled = spellings.settled(value);
    if (settled instanceof Value.Reference reference) {
      String path = spellings.referring(reference).orElse(reference.attribute());
      String name = reference.target().address();
      return path.equals("Ref") ? "!Ref " + name : "!GetAtt " + name + "." + path;
    }
    if (settled instanceof Value.Template template) {
      return template.parts().stream()
          .map(this::inline)
          .collect(Collectors.joining(", ", "!Join [\"\", [", "]]"));
    }
    if (settled instanceof Value.Items list) {
      return list.items().stream().map(this::inline).collect(Collectors.joining(", ", "[", "]"));
    }
    if (settled instanceof Value.Known known && !(known.value() instanceof String)) {
      return known.text();
    }
    return settled.asText().map(TemplateText::scalar).orElse("!Ref AWS::NoValue");
  }

  private static String scalar(String text) {
    boolean isPlain =
        text.matches("[A-Za-z][A-Za-z0-9_./-]*(?::[A-Za-z0-9*_./-]+)*")
            && !text.matches("(?i)yes|no|on|off|true|false|null|y|n");
    return isPlain ? text : new Json.Str(text).print();
  }

  private static String key(String name) {
    return scalar(name);
  }
}
