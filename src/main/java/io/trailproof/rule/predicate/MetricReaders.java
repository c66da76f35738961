package io.trailproof.rule.predicate;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Sameness;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The metrics that an alarm reads: its own, or those of its queries (F58, F81). */
final class MetricReaders {
  private MetricReaders() {}

  /**
   * One metric that an alarm reads.
   *
   * @param id the id of the query; empty for the alarm's own metric
   */
  record MetricReader(
      String id, Value metricName, Value namespace, Value dimensions, Value unit, Value account) {

    /** Whether it is the metric of a filter, dimensions aside. */
    Sameness reads(ResourceGraph graph, Resource filter) {
      return name(graph, filter).and(graph.same(namespace, filter.property("namespace")));
    }

    /** F80: whether a metric of another account is the filter's is not told here. */
    Sameness name(ResourceGraph graph, Resource filter) {
      Sameness named = graph.same(metricName, filter.property("metricName"));
      return account.isAbsent() || graph.same(account, filter.place().account()) == Sameness.SAME
          ? named
          : named.and(Sameness.UNDECIDED);
    }
  }

  static List<MetricReader> of(Resource alarm) {
    List<MetricReader> readers = new ArrayList<>();
    if (!alarm.property("metricName").isAbsent()) {
      readers.add(
          new MetricReader(
              "",
              alarm.property("metricName"),
              alarm.property("namespace"),
              alarm.property("dimensions"),
              alarm.property("unit"),
              new Value.Absent(Origin.NOWHERE)));
    }
    for (Map<String, Value> query : queries(alarm)) {
      if (query.containsKey("metricName")) {
        readers.add(
            new MetricReader(
                field(query, "id").asText().orElse("?"),
                field(query, "metricName"),
                field(query, "namespace"),
                field(query, "dimensions"),
                field(query, "unit"),
                field(query, "account")));
      }
    }
    return readers;
  }

  /** The readers that may be of a filter's metric. */
  static List<MetricReader> of(ResourceGraph graph, Resource alarm, Resource filter) {
    return of(alarm).stream()
        .filter(reader -> reader.reads(graph, filter) != Sameness.DIFFERENT)
        .toList();
  }

  static List<Map<String, Value>> queries(Resource alarm) {
    List<Map<String, Value>> queries = new ArrayList<>();
    if (alarm.property("queries") instanceof Value.Items items) {
      for (Value item : items.items()) {
        if (item instanceof Value.Fields fields) {
          queries.add(fields.fields());
        }
      }
    }
    return queries;
  }

  /** True if the alarm has queries that the input does not show. */
  static boolean hidesQueries(Resource alarm) {
    Value queries = alarm.property("queries");
    return !queries.isAbsent() && !(queries instanceof Value.Items);
  }

  static Value field(Map<String, Value> object, String name) {
    Value value = object.get(name);
    return value == null ? new Value.Absent(Origin.NOWHERE) : value;
  }
}
