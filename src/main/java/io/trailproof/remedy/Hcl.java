package io.trailproof.remedy;

import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is added or set, in Terraform's language as {@code terraform fmt} has it. */
final class Hcl {
  private static final String STEP = "  ";

  private final Spellings spellings;
  private final String module;

  /**
   * Writes into the file of a module.
   *
   * @param module the module calls that addresses in it begin with, each with its dot
   */
  Hcl(Spellings spellings, String module) {
    this.spellings = spellings;
    this.module = module;
  }

  /** A resource block. */
  String block(Alteration.Add add) {
    String address = relative(add.resource());
    int dot = address.indexOf('.');
    StringBuilder text =
        new StringBuilder("resource ")
            .append(quoted(address.substring(0, dot)))
            .append(' ')
            .append(quoted(address.substring(dot + 1)))
            .append(" {\n");
    body(spellings.written(add), spellings.policies(add.resource()), STEP, text);
    if (!add.after().isEmpty()) {
      text.append('\n').append(STEP).append("depends_on = ");
      text.append(
          add.after().stream().map(this::relative).collect(Collectors.joining(", ", "[", "]\n")));
    }
    return text.append("}\n").toString();
  }

  private void body(Value.Fields fields, Set<String> policies, String indent, StringBuilder text) {
    Map<String, String> arguments = new LinkedHashMap<>();
    List<Map.Entry<String, Value.Fields>> blocks = new ArrayList<>();
    fields
        .fields()
        .forEach(
            (name, value) -> {
              if (isBlocks(value)) {
                ((Value.Items) value)
                    .items()
                    .forEach(one -> blocks.add(Map.entry(name, (Value.Fields) one)));
              } else {
                String written = expression(value, indent);
                arguments.put(name, policies.contains(name) ? encoded(value, indent) : written);
              }
            });
    int widest = arguments.keySet().stream().mapToInt(String::length).max().orElse(0);
    arguments.forEach(
        (name, value) ->
            text.append(indent)
                .append(name)
                .append(" ".repeat(widest - name.length()))
                .append(" = ")
                .append(value)
                .append('\n'));
    for (Map.Entry<String, Value.Fields> block : blocks) {
      text.append('\n').append(indent).append(block.getKey()).append(" {\n");
      body(block.getValue(), Set.of(), indent + STEP, text);
      text.append(indent).append("}\n");
    }
  }

  private static boolean isBlocks(Value value) {
    return value instanceof Value.Items items
        && !items.items().isEmpty()
        && items.items().stream().allMatch(Value.Fields.class::isInstance);
  }

  /** The text of a policy, which the language makes of an object. */
  private String encoded(Value value, String indent) {
    return value instanceof Value.Fields
        ? "jsonencode(" + expression(value, indent) + ")"
        : expression(value, indent);
  }

  /** A value as an expression. */
  String expression(Value value, String indent) {
    Value settled = spellings.settled(value);
    if (settled instanceof Value.Reference reference) {
      return relative(reference.target())
          + "."
          + spellings.referring(reference).orElse(reference.attribute());
    }
    if (settled instanceof Value.Template template) {
      return "\""
          + template.parts().stream()
              .map(
                  part ->
                      part.asText()
                          .map(Hcl::escaped)
                          .orElseGet(() -> "${" + expression(part, indent) + "}"))
              .collect(Collectors.joining())
          + "\"";
    }
    if (settled instanceof Value.Items list) {
      return list.items().stream()
          .map(one -> expression(one, indent))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (settled instanceof Value.Fields object) {
      return object(object, indent);
    }
    if (settled instanceof Value.Known known && !(known.value() instanceof String)) {
      return known.text();
    }
    return settled.asText().map(Hcl::quoted).orElse("null");
  }

  private String object(Value.Fields object, String indent) {
    int widest =
        object.fields().keySet().stream().mapToInt(one -> key(one).length()).max().orElse(0);
    StringBuilder text = new StringBuilder("{\n");
    object
        .fields()
        .forEach(
            (name, value) ->
                text.append(indent)
                    .append(STEP)
                    .append(key(name))
                    .append(" ".repeat(widest - key(name).length()))
                    .append(" = ")
                    .append(expression(value, indent + STEP))
                    .append('\n'));
    return text.append(indent).append('}').toString();
  }

  private static String key(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_-]*") ? name : quoted(name);
  }

  private String relative(ResourceId id) {
    return id.address().startsWith(module) ? id.address().substring(module.length()) : id.address();
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t")
        .replace("${", "$${")
        .replace("%{", "%%{");
  }
}
