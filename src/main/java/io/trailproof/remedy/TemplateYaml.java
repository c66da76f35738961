package io.trailproof.remedy;

import io.trailproof.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What templates hold, in YAML: functions in their short form.
 *
 * @param step what a level is indented by
 * @param lineEnd what ends a line
 */
public record TemplateYaml(String step, String lineEnd) {
  private static final String FUNCTION = "Fn::";

  /** YAML as most of it is written. */
  public static final TemplateYaml PLAIN = new TemplateYaml("  ", "\n");

  /** A member of a block that is indented so; without indent and line end of its own. */
  public String member(String name, Json value, String indent) {
    return scalar(name) + ":" + value(value, indent);
  }

  /** What follows the colon of a member that is indented so; without line end. */
  public String value(Json value, String indent) {
    return isBlock(value) ? lineEnd + block(value, indent + step) : " " + inline(value);
  }

  /** An item of a list that is indented so; without indent and line end. */
  public String item(Json value, String indent) {
    return "- "
        + (value instanceof Json.Obj && isBlock(value)
            ? block(value, indent + "  ").substring(indent.length() + 2)
            : inline(value));
  }

  /** What stands on lines of its own, as it does there, each with its indent. */
  public String block(Json value, String indent) {
    if (value instanceof Json.Obj object) {
      return object.members().entrySet().stream()
          .map(one -> indent + member(one.getKey(), one.getValue(), indent))
          .collect(Collectors.joining(lineEnd));
    }
    return value.children().stream()
        .map(one -> indent + item(one, indent))
        .collect(Collectors.joining(lineEnd));
  }

  private static boolean isBlock(Json value) {
    return !value.children().isEmpty() && function(value).isEmpty();
  }

  /** A value on one line. */
  public String inline(Json value) {
    Optional<Map.Entry<String, Json>> function = function(value);
    if (function.isPresent()) {
      return call(function.get().getKey(), function.get().getValue());
    }
    if (value instanceof Json.Obj object) {
      return object.members().entrySet().stream()
          .map(one -> scalar(one.getKey()) + ": " + inline(one.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Json.Arr list) {
      return list.elements().stream().map(this::inline).collect(Collectors.joining(", ", "[", "]"));
    }
    return value.asText().map(TemplateYaml::scalar).orElseGet(value::print);
  }

  /** A tag behind a tag is none, so a function of a function is written out. */
  private String call(String name, Json argument) {
    if (function(argument).isPresent() || argument instanceof Json.Obj) {
      return "{\"" + name + "\": " + inline(argument) + "}";
    }
    String tag = "!" + (name.startsWith(FUNCTION) ? name.substring(FUNCTION.length()) : name);
    List<Json> items = argument.children();
    boolean isPath =
        name.equals("Fn::GetAtt")
            && items.size() == 2
            && items.stream().allMatch(one -> one.asText().isPresent());
    return tag
        + " "
        + (isPath
            ? items.stream().flatMap(one -> one.asText().stream()).collect(Collectors.joining("."))
            : argument.asText().filter(TemplateYaml::isName).orElseGet(() -> inline(argument)));
  }

  /** What a text can refer to, which is no number nor a truth behind a tag. */
  private static boolean isName(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9]*(?:::[A-Za-z]+)*");
  }

  /** The name and argument of what is a function. */
  private static Optional<Map.Entry<String, Json>> function(Json value) {
    return value
        .asMembers()
        .filter(all -> all.size() == 1)
        .map(all -> all.entrySet().iterator().next())
        .filter(one -> one.getKey().equals("Ref") || one.getKey().startsWith(FUNCTION));
  }

  private static String scalar(String text) {
    boolean isPlain =
        text.matches("[A-Za-z][A-Za-z0-9_./-]*(?:::?[A-Za-z0-9*_./-]+)*")
            && !text.matches("(?i)yes|no|on|off|true|false|null|y|n");
    return isPlain ? text : new Json.Str(text).print();
  }
}
