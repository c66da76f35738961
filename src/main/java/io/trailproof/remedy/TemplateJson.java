package io.trailproof.remedy;

import io.trailproof.json.Json;
import java.util.stream.Collectors;

/**
 * What templates hold, in JSON.
 *
 * @param step what a level is indented by
 * @param lineEnd what ends a line
 */
public record TemplateJson(String step, String lineEnd) {
  /** JSON as most of it is written. */
  public static final TemplateJson PLAIN = new TemplateJson("  ", "\n");

  /** A member of an object that is indented so, without indent and comma. */
  public String member(String name, Json value, String indent) {
    return new Json.Str(name).print() + ": " + value(value, indent);
  }

  /** A value over several lines, of which all but the first are indented at least so. */
  public String value(Json value, String indent) {
    boolean isFunction =
        value
            .asMembers()
            .filter(all -> all.size() == 1)
            .filter(all -> all.containsKey("Ref") || all.containsKey("Fn::GetAtt"))
            .isPresent();
    if (value.children().isEmpty() || isFunction) {
      return inline(value);
    }
    String inner = indent + step;
    if (value instanceof Json.Obj object) {
      return object.members().entrySet().stream()
          .map(one -> inner + member(one.getKey(), one.getValue(), inner))
          .collect(Collectors.joining("," + lineEnd, "{" + lineEnd, lineEnd + indent + "}"));
    }
    return value.children().stream()
        .map(one -> inner + value(one, inner))
        .collect(Collectors.joining("," + lineEnd, "[" + lineEnd, lineEnd + indent + "]"));
  }

  /** A value on one line. */
  public String inline(Json value) {
    if (value instanceof Json.Obj object && !object.members().isEmpty()) {
      return object.members().entrySet().stream()
          .map(one -> new Json.Str(one.getKey()).print() + ": " + inline(one.getValue()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    if (value instanceof Json.Arr list) {
      return list.elements().stream().map(this::inline).collect(Collectors.joining(", ", "[", "]"));
    }
    return value.print();
  }
}
