package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.Event;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The metrics of an alarm that have no datapoint but zero while an event happens: filters of the
 * input publish to them, and none of these takes the event (F164).
 */
final class SilentMetrics {
  private static final String FILTER = "aws.logs.MetricFilter";

  private SilentMetrics() {}

  /** The ids of the queries that read one; the readers of the filter's own metric are not asked. */
  static ByEvent<Set<String>> of(ResourceGraph graph, Resource alarm, List<String> readers) {
    List<WatchedMetric> all = WatchedMetric.of(alarm);
    return all.size() > 1
        ? ByEvent.each(event -> of(graph, alarm, all, readers, event))
        : ByEvent.same(Set.of());
  }

  private static Set<String> of(
      ResourceGraph graph,
      Resource alarm,
      List<WatchedMetric> all,
      List<String> readers,
      Event event) {
    Set<String> silent = new TreeSet<>();
    for (WatchedMetric one : all) {
      if (!readers.contains(one.id()) && isSilent(graph, alarm, one, event)) {
        silent.add(one.id());
      }
    }
    return silent;
  }

  private static boolean isSilent(
      ResourceGraph graph, Resource alarm, WatchedMetric metric, Event event) {
    if (!metric.account().isAbsent()) {
      return false;
    }
    boolean isFed = false;
    for (Resource filter :
        ResourceIndex.of(graph).possiblyHaving(FILTER, "metricName", metric.metricName())) {
      Truth feeds =
          graph
              .same(metric.metricName(), filter.property("metricName"))
              .and(graph.same(metric.namespace(), filter.property("namespace")))
              .and(Place.same(graph, filter, alarm));
      if (feeds == Truth.UNKNOWN || (feeds == Truth.YES && !leavesOut(graph, filter, event))) {
        return false;
      }
      isFed |= feeds == Truth.YES;
    }
    return isFed;
  }

  /** Whether a filter that is made here publishes nothing but zero for an event. */
  private static boolean leavesOut(ResourceGraph graph, Resource filter, Event event) {
    Optional<String> byDefault = graph.property(filter, "defaultValue").asText();
    boolean isZero =
        filter.property("defaultValue").isAbsent()
            || byDefault.flatMap(Amount::decimal).filter(n -> n.signum() == 0).isPresent();
    return isZero
        && filter.existence() == Existence.MANAGED
        && WrittenPattern.text(graph.property(filter, "pattern"), filter)
            .map(text -> WrittenPattern.takes(text, event, MetricSiblings.iamRegion(graph, filter)))
            .filter(taken -> taken == Truth.NO)
            .isPresent();
  }
}
