package io.trailproof.rule.adapter;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One metric that an alarm reads: its own, or that of one of its queries (F58, F81).
 *
 * @param id the id of the query; empty for the alarm's own metric
 * @param ofAllDimensions whether it is read whatever its dimensions are (F162)
 */
public record WatchedMetric(
    String id,
    Value metricName,
    Value namespace,
    Value dimensions,
    Value unit,
    Value account,
    boolean ofAllDimensions) {
  private static final Value NOTHING = new Value.Absent(Origin.NOWHERE);

  WatchedMetric(
      String id, Value metricName, Value namespace, Value dimensions, Value unit, Value account) {
    this(id, metricName, namespace, dimensions, unit, account, false);
  }

  /** All that an alarm reads. */
  public static List<WatchedMetric> of(Resource alarm) {
    List<WatchedMetric> all = new ArrayList<>();
    if (!alarm.property("metricName").isAbsent()) {
      all.add(
          new WatchedMetric(
              "",
              alarm.property("metricName"),
              alarm.property("namespace"),
              alarm.property("dimensions"),
              alarm.property("unit"),
              new Value.Absent(Origin.NOWHERE)));
    }
    for (Map<String, Value> query : queries(alarm)) {
      if (query.containsKey("metricName")) {
        all.add(
            new WatchedMetric(
                field(query, "id").asText().orElse("?"),
                field(query, "metricName"),
                field(query, "namespace"),
                field(query, "dimensions"),
                field(query, "unit"),
                field(query, "account")));
      } else {
        field(query, "expression")
            .asText()
            .filter(InsightsQuery::isOne)
            .ifPresent(text -> all.add(ofQuery(query, text)));
      }
    }
    return all;
  }

  /** What a query in words reads; one that is not simple may read anything (F162). */
  private static WatchedMetric ofQuery(Map<String, Value> query, String text) {
    Origin origin = field(query, "expression").origin();
    String id = field(query, "id").asText().orElse("?");
    return InsightsQuery.read(text)
        .map(
            simple ->
                new WatchedMetric(
                    id,
                    Value.text(simple.metric(), origin),
                    Value.text(simple.namespace(), origin),
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    simple.ofAllDimensions()))
        .orElseGet(
            () -> {
              Value open = new Value.Unknown("is picked by a query that is not read here", origin);
              return new WatchedMetric(id, open, open, open, NOTHING, NOTHING, true);
            });
  }

  /** Those that may be a filter's metric, dimensions aside. */
  public static List<WatchedMetric> of(ResourceGraph graph, Resource alarm, Resource filter) {
    return of(alarm).stream()
        .filter(
            one ->
                one.isNamedAs(graph, filter)
                        .and(graph.same(one.namespace(), filter.property("namespace")))
                    != Truth.NO)
        .toList();
  }

  /**
   * Whether it has the name of a filter's metric. F80: whether a metric of another account is the
   * filter's is not told here.
   */
  public Truth isNamedAs(ResourceGraph graph, Resource filter) {
    Truth named = graph.same(metricName, filter.property("metricName"));
    return account.isAbsent() || graph.same(account, filter.place().account()) == Truth.YES
        ? named
        : named.and(Truth.UNKNOWN);
  }

  /** True if the alarm has queries that the input does not show. */
  public static boolean areHidden(Resource alarm) {
    Value queries = alarm.property("queries");
    return !queries.isAbsent() && !(queries instanceof Value.Items);
  }

  /** The queries of an alarm that the input shows. */
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

  /** A field of an object, or that it is absent. */
  public static Value field(Map<String, Value> object, String name) {
    Value value = object.get(name);
    return value == null ? new Value.Absent(Origin.NOWHERE) : value;
  }
}
