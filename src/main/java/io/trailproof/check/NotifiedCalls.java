package io.trailproof.check;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Event;
import io.trailproof.rule.Note;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notification rules of User Notifications that hear the calls themselves, whatever becomes of them
 * on a way (F250).
 */
final class NotifiedCalls {
  private static final String RULE = "aws.notifications.EventRule";
  private static final String CALL = "AWS API Call via CloudTrail";

  private final ResourceGraph graph;

  NotifiedCalls(ResourceGraph graph) {
    this.graph = graph;
  }

  /** A note on each that hears calls of the service of an event. */
  List<Note> of(List<Event> events) {
    Set<String> sources =
        events.stream().map(NotifiedCalls::sourceOnTheBus).collect(Collectors.toSet());
    return graph.ofType(RULE).stream()
        .filter(graph::isCertain)
        .filter(rule -> text(rule, "event").equals(CALL))
        .filter(rule -> sources.contains(text(rule, "source")))
        .map(NotifiedCalls::note)
        .toList();
  }

  private static Note note(Resource rule) {
    return new Note(
        "notified-of-calls",
        "by it User Notifications hear calls themselves, and may tell somebody, but that is not"
            + " what the control asks for (F250)",
        rule.address());
  }

  /** {@code aws.iam} for {@code iam.amazonaws.com}. */
  private static String sourceOnTheBus(Event event) {
    String source = event.source();
    int dot = source.indexOf('.');
    return "aws." + (dot < 0 ? source : source.substring(0, dot));
  }

  private String text(Resource rule, String property) {
    return graph.property(rule, property).asText().orElse("");
  }
}
