package io.trailproof.rule.adapter;

import io.trailproof.aws.filterpattern.insight.EventNames;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Event;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what a filter or a query is written for is more than the events of a rule, so that
 * another text in its place would break something. Told by the names of calls in it, however it
 * asks for them, so that one that asks in a wrong way is not taken for one of another purpose.
 */
public final class OtherPurpose {
  /** The property whose text says what a resource is for. */
  private static final Map<String, String> TEXTS =
      Map.of("aws.logs.MetricFilter", "pattern", "aws.cloudwatch.LogAlarm", "query");

  private static final Pattern NAME =
      Pattern.compile("\\beventName\\s*(?:=|like)\\s*[\"'/]?([A-Za-z0-9*]+)");

  private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Za-z0-9]{3,}\\b");

  private OtherPurpose() {}

  /** True if the text of a resource names other calls, or names none and asks for fields. */
  public static boolean of(ResourceGraph graph, Resource resource, List<Event> events) {
    return Optional.ofNullable(TEXTS.get(resource.type()))
        .map(property -> graph.property(resource, property))
        .filter(value -> !value.origin().sensitive())
        .flatMap(value -> value.asText())
        .filter(text -> isOther(text, events))
        .isPresent();
  }

  /** True if more than half of the calls that the text of a resource names are other ones. */
  public static boolean isMostly(ResourceGraph graph, Resource resource, List<Event> events) {
    return Optional.ofNullable(TEXTS.get(resource.type()))
        .flatMap(property -> graph.property(resource, property).asText())
        .map(OtherPurpose::names)
        .filter(
            names ->
                2 * names.stream().filter(name -> isForAny(name, events)).count() < names.size())
        .isPresent();
  }

  private static boolean isForAny(String name, List<Event> events) {
    return events.stream().anyMatch(one -> isFor(name, one));
  }

  private static boolean isOther(String text, List<Event> events) {
    Set<String> names = names(text);
    if (names.isEmpty()) {
      return text.contains("$.")
          && !text.contains("eventName")
          && events.stream().noneMatch(one -> mentions(text, one.source()))
          && events.stream().allMatch(Event::isNameAlone);
    }
    return names.stream().anyMatch(name -> !isForAny(name, events));
  }

  private static boolean mentions(String text, String source) {
    return !source.isEmpty() && text.contains(source);
  }

  private static Set<String> names(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher named = NAME.matcher(text);
    while (named.find()) {
      names.add(named.group(1));
    }
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (!EventNames.bundled().sourcesOf(word.group()).isEmpty()) {
        names.add(word.group());
      }
    }
    return names;
  }

  /** True for its name, a beginning or an end of it, and a slip of it. */
  private static boolean isFor(String name, Event event) {
    if (!event.isNameAlone()) {
      return event.asPattern().contains(name);
    }
    return name.indexOf('*') < 0
        ? event.name().equals(name)
            || event.name().equalsIgnoreCase(name)
            || DidYouMean.isSlip(name, event.name())
        : event.name().matches("(?i)" + name.replace("*", ".*"));
  }
}
