package io.trailproof.input.cloudformation.value;

import io.trailproof.graph.Equality;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code {{resolve:ssm:…}}} and its kin: text that the service puts in later, the same wherever the
 * same reference stands.
 */
final class DynamicReferences {
  private static final String START = "{{resolve:";
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:[^{}\\p{Cntrl}]*\\}\\}");

  private DynamicReferences() {}

  /** The value with its dynamic references as symbols. */
  static Value in(Value value) {
    Optional<String> text = value.asText();
    if (text.isPresent()) {
      return text.get().contains(START) ? Value.joined(parts(value), value.origin()) : value;
    }
    if (value instanceof Value.Template template && mentions(template)) {
      List<Value> parts = new ArrayList<>();
      template.parts().forEach(part -> parts.addAll(parts(part)));
      Value joined = Value.joined(parts, value.origin());
      return joined instanceof Value.Template left && mentions(left) ? whole(left) : joined;
    }
    return value;
  }

  /** A reference that is itself put together: only the service can tell where it leads. */
  private static Value whole(Value.Template value) {
    return Equality.key(value)
        .<Value>map(key -> new Value.Symbol(Rendering.words(value), key, value.origin()))
        .orElseGet(() -> new Value.Unknown("is made of a dynamic reference", value.origin()));
  }

  private static boolean mentions(Value.Template template) {
    return template.parts().stream()
        .anyMatch(part -> part.asText().filter(text -> text.contains(START)).isPresent());
  }

  private static List<Value> parts(Value part) {
    Optional<String> text = part.asText();
    if (text.isEmpty()) {
      return List.of(part);
    }
    List<Value> parts = new ArrayList<>();
    Matcher matcher = REFERENCE.matcher(text.get());
    int at = 0;
    while (matcher.find()) {
      addText(text.get().substring(at, matcher.start()), part, parts);
      parts.add(Rendering.symbol(matcher.group(), "", part.origin()));
      at = matcher.end();
    }
    addText(text.get().substring(at), part, parts);
    return parts;
  }

  private static void addText(String text, Value part, List<Value> parts) {
    if (!text.isEmpty()) {
      parts.add(Value.text(text, part.origin()));
    }
  }
}
