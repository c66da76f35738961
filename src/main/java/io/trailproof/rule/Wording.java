package io.trailproof.rule;

import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import java.util.List;
import java.util.Optional;

/**
 * Fills the placeholders of a requirement's texts: {@code {address}}, {@code {previous}}, {@code
 * {property}}, {@code {property:name}}, {@code {previous.property:name}}, {@code {value}}, {@code
 * {because}} and {@code {events}}.
 *
 * <p>A property is spelt as in the file that is being checked.
 */
public record Wording(
    Rule rule,
    Catalog catalog,
    ResourceGraph graph,
    Optional<Resource> previous,
    Optional<Resource> resource,
    Requirement requirement,
    Judgement judgement,
    List<String> events,
    int allEvents) {

  /** The message of the requirement; where the input does not tell, why not. */
  public String message() {
    if (judgement.verdict() == Verdict.UNKNOWN) {
      return "cannot tell: " + oneLine(judgement.why());
    }
    return fill(requirement.message());
  }

  /** The advice of the requirement. */
  public List<String> help() {
    return requirement.help().stream().map(this::fill).toList();
  }

  private String fill(String text) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      filled.append(text, at, open).append(oneLine(value(text.substring(open + 1, close))));
      at = close + 1;
    }
    return filled.append(text.substring(at)).toString();
  }

  private String value(String placeholder) {
    int colon = placeholder.indexOf(':');
    String word = colon < 0 ? placeholder : placeholder.substring(0, colon);
    String argument = colon < 0 ? "" : placeholder.substring(colon + 1);
    return switch (word) {
      case "address" -> resource.or(() -> previous).map(Resource::address).orElse("");
      case "previous" -> previous.map(Resource::address).orElse("");
      case "property" ->
          spelt(resource, argument.isEmpty() ? requirement.condition().property() : argument);
      case "previous.property" -> spelt(previous, argument);
      case "value" ->
          resource
              .map(one -> Shown.of(graph.property(one, requirement.condition().property())))
              .orElse("")
              .replace("`", "");
      case "because" -> judgement.why();
      case "events" ->
          events.size() == 1
              ? "`" + events.get(0) + "`"
              : events.size() + " of " + allEvents + " events";
      case "suggested-pattern" -> String.join("` and `", rule.suggestedPatterns());
      default -> "{" + placeholder + "}";
    };
  }

  private String spelt(Optional<Resource> of, String property) {
    return of.map(
            one ->
                catalog
                    .type(one.type())
                    .flatMap(type -> type.property(property))
                    .map(known -> known.spelt(one.dialect(), one.address()))
                    .orElse(property))
        .orElse(property);
  }

  /** Line breaks in values would break the line that quotes them. */
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
