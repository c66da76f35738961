package io.trailproof.trace;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;

/**
 * How an alarm watches a metric: by its own settings, or by the one query that it has.
 *
 * @param watches whether it watches the metric of a filter
 * @param isPlain whether nothing is worked out of the metric before it is judged
 */
record Watching(
    Truth watches, boolean isPlain, Value period, Value statistic, Value unit, Value dimensions) {

  /** How an alarm watches what a filter publishes. */
  static Watching of(Surroundings around, Resource alarm, Resource filter) {
    Readings readings = around.readings();
    Partial<List<Value>> queries = readings.items(alarm, "queries");
    ResourceGraph graph = around.graph();
    if (queries.isUnset()) {
      return new Watching(
          same(
              graph,
              filter,
              graph.property(alarm, "metricName"),
              graph.property(alarm, "namespace")),
          alarm.property("promQuery").isAbsent() && !alarm.has("evaluationCriteria"),
          graph.property(alarm, "period"),
          graph.property(alarm, "statistic"),
          graph.property(alarm, "unit"),
          graph.property(alarm, "dimensions"));
    }
    Truth any = queries.isUnknown() ? Truth.UNKNOWN : Truth.NO;
    List<Value> all = queries.orElse(List.of());
    for (Value query : all) {
      any =
          any.or(
              same(
                  graph,
                  filter,
                  readings.field(query, "metricName"),
                  readings.field(query, "namespace")));
      boolean searches =
          readings
              .text(readings.field(query, "expression"))
              .match(
                  text -> text.contains("SEARCH") || text.contains("SELECT"),
                  () -> false,
                  why -> true);
      any = searches ? any.or(Truth.UNKNOWN) : any;
    }
    Value only = all.size() == 1 ? all.get(0) : filter.property("no such property");
    boolean isPlain =
        all.size() == 1
            && readings.field(only, "expression").isAbsent()
            && readings.text(readings.field(only, "returnData")).is("true", "true").isYes();
    return new Watching(
        any,
        isPlain,
        readings.field(only, "metricPeriod"),
        readings.field(only, "statistic"),
        readings.field(only, "unit"),
        readings.field(only, "dimensions"));
  }

  private static Truth same(ResourceGraph graph, Resource filter, Value name, Value namespace) {
    return name.isAbsent()
        ? Truth.NO
        : graph
            .same(filter.property("metricName"), name)
            .and(graph.same(filter.property("namespace"), namespace));
  }
}
