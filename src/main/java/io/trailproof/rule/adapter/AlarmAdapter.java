package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.AlarmProperty;
import io.trailproof.aws.alarm.AlarmSettings;
import io.trailproof.aws.alarm.MetricFeed;
import io.trailproof.aws.alarm.metric.MetricQuery;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An alarm and its metric filters, in the words of the alarm simulator. */
public final class AlarmAdapter {
  private static final Map<AlarmProperty, String> PROPERTIES =
      Map.ofEntries(
          Map.entry(AlarmProperty.METRIC_NAME, "metricName"),
          Map.entry(AlarmProperty.STATISTIC, "statistic"),
          Map.entry(AlarmProperty.EXTENDED_STATISTIC, "extendedStatistic"),
          Map.entry(AlarmProperty.PERIOD, "period"),
          Map.entry(AlarmProperty.EVALUATION_PERIODS, "evaluationPeriods"),
          Map.entry(AlarmProperty.DATAPOINTS_TO_ALARM, "datapointsToAlarm"),
          Map.entry(AlarmProperty.THRESHOLD, "threshold"),
          Map.entry(AlarmProperty.COMPARISON_OPERATOR, "comparisonOperator"),
          Map.entry(AlarmProperty.TREAT_MISSING_DATA, "missingData"),
          Map.entry(AlarmProperty.EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE, "lowSamples"),
          Map.entry(AlarmProperty.THRESHOLD_METRIC_ID, "thresholdMetric"),
          Map.entry(AlarmProperty.UNIT, "unit"));

  private final ResourceGraph graph;

  public AlarmAdapter(ResourceGraph graph) {
    this.graph = graph;
  }

  public AlarmSettings alarm(Resource alarm) {
    AlarmSettings settings = AlarmSettings.none();
    for (AlarmProperty property : AlarmProperty.values()) {
      String name = PROPERTIES.get(property);
      if (name != null) {
        settings = settings.with(property, text(graph.property(alarm, name)));
      }
    }
    return settings.withQueries(queries(alarm));
  }

  private Partial<List<MetricQuery>> queries(Resource alarm) {
    if (WatchedMetric.areHidden(alarm)) {
      return Partial.unknown("known only later");
    }
    List<Map<String, Value>> written = WatchedMetric.queries(alarm);
    return written.isEmpty()
        ? Partial.unset()
        : Partial.known(written.stream().map(this::query).toList());
  }

  private MetricQuery query(Map<String, Value> query) {
    boolean reads = query.containsKey("metricName");
    return new MetricQuery(
        WatchedMetric.field(query, "id").asText().orElse("?"),
        field(query, "expression"),
        reads
            ? Optional.of(
                new MetricQuery.MetricStat(
                    field(query, "metricPeriod"), field(query, "statistic"), field(query, "unit")))
            : Optional.empty(),
        field(query, "returnData")
            .match(
                word -> Partial.known(Boolean.parseBoolean(word)),
                Partial::unset,
                Partial::unknown));
  }

  private Partial<String> field(Map<String, Value> object, String name) {
    return text(graph.resolve(WatchedMetric.field(object, name)));
  }

  /** The feeds of an alarm by one filter, by the id of the query that reads it. */
  public Map<String, MetricFeed> feeds(Resource alarm, Resource filter) {
    Map<String, MetricFeed> feeds = new LinkedHashMap<>();
    for (WatchedMetric reader : WatchedMetric.of(graph, alarm, filter)) {
      feeds.put(reader.id(), feed(filter));
    }
    return feeds;
  }

  private MetricFeed feed(Resource filter) {
    return new MetricFeed(
        text(graph.property(filter, "value")),
        defaultValue(filter),
        text(graph.property(filter, "unit")));
  }

  /** F53: every filter of the metric publishes its own default, and CloudWatch keeps them all. */
  private Partial<String> defaultValue(Resource filter) {
    Set<Partial<String>> defaults = new LinkedHashSet<>();
    defaults.add(text(graph.property(filter, "defaultValue")));
    for (Resource other :
        ResourceIndex.of(graph)
            .having(filter.type(), "metricName", filter.property("metricName"))) {
      if (!other.id().equals(filter.id()) && publishesTo(other, filter)) {
        defaults.add(text(graph.property(other, "defaultValue")));
      }
    }
    List<Partial<String>> set = new ArrayList<>(defaults);
    set.removeIf(Partial::isUnset);
    return switch (set.size()) {
      case 0 -> Partial.unset();
      case 1 -> set.get(0);
      default -> Partial.unknown("set differently by several filters of the metric");
    };
  }

  private boolean publishesTo(Resource other, Resource filter) {
    return graph.same(other.property("namespace"), filter.property("namespace")) == Truth.YES
        && graph.same(other.place().region(), filter.place().region()) != Truth.NO;
  }

  private static Partial<String> text(Value value) {
    if (value.isAbsent()) {
      return Partial.unset();
    }
    return value
        .asText()
        .map(Partial::known)
        .orElseGet(
            () ->
                Partial.unknown(
                    value instanceof Value.Unknown unknown ? unknown.why() : "known only later"));
  }
}
