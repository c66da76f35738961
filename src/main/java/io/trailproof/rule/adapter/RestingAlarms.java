package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.AlarmState;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the alarms of a graph are while nothing happens, and whether an event may move them. */
final class RestingAlarms {
  private static final String FILTER = "aws.logs.MetricFilter";

  private final ResourceGraph graph;
  private final Map<ResourceId, Set<AlarmState>> resting = new HashMap<>();
  private final Map<Moved, Boolean> moved = new HashMap<>();

  private record Moved(ResourceId alarm, Event event) {}

  private RestingAlarms(ResourceGraph graph) {
    this.graph = graph;
  }

  /** The alarms of a graph, each of which is asked once. */
  static RestingAlarms of(ResourceGraph graph) {
    return graph.once(RestingAlarms.class, () -> new RestingAlarms(graph));
  }

  /** Whether an alarm reads what a filter may publish for the same event. */
  boolean mayFire(Resource other, Event event) {
    Moved asked = new Moved(other.id(), event);
    Boolean known = moved.get(asked);
    if (known == null) {
      known = isMoved(other, event);
      moved.put(asked, known);
    }
    return known;
  }

  private boolean isMoved(Resource other, Event event) {
    for (Resource filter : filtersOf(other)) {
      Truth matches =
          WrittenPattern.text(graph.property(filter, "pattern"), filter)
              .map(
                  text ->
                      WrittenPattern.takes(text, event, MetricSiblings.iamRegion(graph, filter)))
              .orElse(Truth.UNKNOWN);
      if (matches != Truth.NO) {
        return true;
      }
    }
    return WatchedMetric.areHidden(other);
  }

  private List<Resource> filtersOf(Resource one) {
    List<Resource> filters = new ArrayList<>();
    for (WatchedMetric reader : WatchedMetric.of(one)) {
      for (Resource filter :
          ResourceIndex.of(graph).possiblyHaving(FILTER, "metricName", reader.metricName())) {
        if (graph.same(filter.property("namespace"), reader.namespace()) != Truth.NO) {
          filters.add(filter);
        }
      }
    }
    return filters;
  }

  /**
   * The states in which a metric alarm may be while nothing happens (F160): without data it is what
   * it takes missing data for, and a default value keeps it OK.
   */
  Set<AlarmState> atRest(Resource one) {
    Set<AlarmState> known = resting.get(one.id());
    if (known == null) {
      known = Set.copyOf(unmoved(one));
      resting.put(one.id(), known);
    }
    return known;
  }

  private Set<AlarmState> unmoved(Resource one) {
    Optional<String> missing = graph.property(one, "missingData").asText();
    boolean unset = graph.property(one, "missingData").isAbsent();
    if (missing.filter("notBreaching"::equals).isPresent()) {
      return EnumSet.of(AlarmState.OK);
    }
    boolean plain = !one.property("metricName").isAbsent();
    if (plain && (unset || missing.filter("missing"::equals).isPresent())) {
      List<Resource> filters = filtersOf(one);
      boolean sparse =
          !filters.isEmpty()
              && filters.stream().allMatch(filter -> filter.property("defaultValue").isAbsent());
      if (sparse) {
        return EnumSet.of(AlarmState.INSUFFICIENT_DATA);
      }
      boolean dense =
          filters.stream()
              .anyMatch(filter -> graph.property(filter, "defaultValue").asText().isPresent());
      if (dense) {
        return EnumSet.of(AlarmState.OK);
      }
    }
    return EnumSet.of(AlarmState.OK, AlarmState.INSUFFICIENT_DATA);
  }
}
