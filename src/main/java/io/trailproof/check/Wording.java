package io.trailproof.check;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Condition;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.OtherPurpose;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fills the placeholders of a requirement's texts: {@code {address}}, {@code {previous}}, {@code
 * {property}}, {@code {property:name}}, {@code {previous.property:name}}, {@code {value}}, {@code
 * {previous.value:name}}, {@code {type:name}}, {@code {because}}, {@code {events}}, {@code
 * {occurrence}}, {@code {suggested-pattern}}, {@code {suggested-query}} and {@code
 * {argument:name}}, an argument of the predicate.
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

  /** The advice of the requirement, which never breaks what serves something else. */
  public List<String> help() {
    boolean isShared =
        !requirement.shared().isEmpty()
            && resource.filter(one -> OtherPurpose.of(graph, one, rule.events())).isPresent();
    return (isShared ? requirement.shared() : requirement.help()).stream().map(this::fill).toList();
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
      case "previous.value" ->
          previous.map(one -> Shown.of(graph.property(one, argument))).orElse("");
      case "type" -> type(argument);
      case "value" ->
          resource
              .map(one -> Shown.of(graph.property(one, requirement.condition().property())))
              .orElse("")
              .replace("`", "");
      case "because" -> judgement.why();
      case "events" ->
          events.size() == 1
              ? "`" + events.get(0) + "`"
              : (events.size() == allEvents ? "all " : events.size() + " of ")
                  + allEvents
                  + " events";
      case "occurrence" -> occurrence();
      case "argument" -> argument(requirement.condition(), argument);
      case "suggested-query" -> rule.suggestedQuery();
      case "suggested-pattern" -> String.join("` and `", rule.suggestedPatterns());
      default -> "{" + placeholder + "}";
    };
  }

  /** What is meant to set off an alarm, with its verb, as far as that is one for all events. */
  private String occurrence() {
    List<String> occurrences =
        rule.events().stream()
            .filter(one -> events.contains(one.name()))
            .map(Event::occurrence)
            .distinct()
            .toList();
    return occurrences.size() == 1 ? occurrences.get(0) : "such events do";
  }

  private static String argument(Condition condition, String name) {
    return condition instanceof Condition.Holds holds
        ? holds.arguments().getOrDefault(name, "")
        : "";
  }

  /** A type as the file at hand spells it; without a file its title. */
  private String type(String name) {
    Optional<Dialect> dialect =
        Stream.concat(
                Stream.concat(resource.stream(), previous.stream()), graph.resources().stream())
            .map(Resource::dialect)
            .filter(one -> one != Dialect.CANONICAL)
            .findFirst();
    Optional<ResourceType> type = catalog.type(name);
    return type.flatMap(
            one ->
                one.bindings().stream()
                    .filter(binding -> dialect.filter(binding.dialect()::equals).isPresent())
                    .map(Binding::spelling)
                    .findFirst())
        .or(() -> type.map(ResourceType::title))
        .orElse(name);
  }

  /** A property, or one of a list's items after a dot, in the spelling of the resource's file. */
  private String spelt(Optional<Resource> of, String property) {
    int dot = property.indexOf('.');
    String outer = dot < 0 ? property : property.substring(0, dot);
    return of.flatMap(
            one ->
                catalog
                    .type(one.type())
                    .flatMap(type -> type.property(outer))
                    .flatMap(
                        known ->
                            dot < 0 ? Optional.of(known) : known.item(property.substring(dot + 1)))
                    .map(known -> known.spelt(one.dialect(), one.address())))
        .orElse(property);
  }

  /** Line breaks in values would break the line that quotes them. */
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
