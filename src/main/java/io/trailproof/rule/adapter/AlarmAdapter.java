package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.AlarmProperty;
import io.trailproof.aws.alarm.AlarmSettings;
import io.trailproof.aws.alarm.Burst;
import io.trailproof.aws.alarm.Firing;
import io.trailproof.aws.alarm.MetricFeed;
import io.trailproof.aws.alarm.OneEventTest;
import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.aws.alarm.metric.MetricQuery;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Partial;
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.EventKind;
import java.util.LinkedHashMap;
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

  /** The statistics that further samples that are not negative only make greater. */
  private static final Set<String> GROWING = Set.of("Sum", "Maximum", "SampleCount");

  /** Those of them that a sample of zero leaves what they are, where there was one before. */
  private static final Set<String> BLIND_TO_ZERO = Set.of("Sum", "Maximum");

  /** Those that samples of one value leave what it is. */
  private static final Set<String> SAME_OF_ALIKE = Set.of("Average", "Minimum", "Maximum");

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

  /**
   * What one event of a kind, or its burst, does to an alarm by one filter, and by those that
   * publish to the same metric.
   *
   * <p>The others are asked for records only where what they publish may change the answer.
   */
  public ByEvent<Firing> firing(Resource alarm, Resource filter, EventKind kind) {
    return AlarmFirings.of(graph).firing(this, alarm, filter, kind);
  }

  /** What it does beside others that publish to the metric. */
  Firing firing(
      AlarmSettings settings,
      Resource alarm,
      Resource filter,
      List<MetricFeed.Sibling> others,
      Set<String> silent,
      Burst burst) {
    return firing(settings, feeds(alarm, filter, others), silent, burst);
  }

  private static Firing firing(
      AlarmSettings settings, Map<String, MetricFeed> feeds, Set<String> silent, Burst burst) {
    MetricFeed own = feeds.get("");
    return own != null && feeds.size() == 1
        ? OneEventTest.of(settings, own).on(burst).firing()
        : OneEventTest.of(settings, feeds).besides(silent).on(burst).firing();
  }

  /** The feeds of an alarm by one filter, by the id of the query that reads it. */
  private Map<String, MetricFeed> feeds(
      Resource alarm, Resource filter, List<MetricFeed.Sibling> siblings) {
    Map<String, MetricFeed> feeds = new LinkedHashMap<>();
    for (WatchedMetric reader : WatchedMetric.of(graph, alarm, filter)) {
      feeds.put(
          reader.id(),
          new MetricFeed(
              text(graph.property(filter, "value")),
              text(graph.property(filter, "defaultValue")),
              text(graph.property(filter, "unit")),
              siblings));
    }
    return feeds;
  }

  /**
   * Whether others can only make more of what sets off the alarm: more events count more, no other
   * filter publishes less than nothing, in another unit, anything but this one's zero while nothing
   * happens, or for records that are there all the time.
   */
  boolean mayOnlyAdd(AlarmSettings settings, Resource filter, MetricGroup group) {
    MetricGroup.Published own = MetricGroup.Published.by(graph, filter);
    Optional<String> statistic = settings.get(AlarmProperty.STATISTIC).toOptional();
    boolean grows =
        statistic.filter(GROWING::contains).isPresent()
            && settings
                .get(AlarmProperty.COMPARISON_OPERATOR)
                .toOptional()
                .filter(operator -> operator.startsWith("GreaterThan"))
                .isPresent();
    boolean sameOfAlike = statistic.filter(SAME_OF_ALIKE::contains).isPresent();
    boolean zeroIsNothing =
        isZero(own.defaultValue()) && statistic.filter(BLIND_TO_ZERO::contains).isPresent();
    return (grows || sameOfAlike)
        && group.isQuietBesides(filter)
        && group.allBesides(
            filter,
            own,
            one ->
                (grows || one.value().equals(own.value()))
                    && (one.defaultValue().isUnset()
                        || (zeroIsNothing && isZero(one.defaultValue())))
                    && !one.unit().isUnknown()
                    && one.unit().equals(own.unit())
                    && isNotNegative(one.value()));
  }

  private static boolean isZero(Partial<String> value) {
    return value.toOptional().flatMap(Amount::decimal).filter(n -> n.signum() == 0).isPresent();
  }

  private static boolean isNotNegative(Partial<String> value) {
    return value.toOptional().flatMap(Amount::decimal).filter(n -> n.signum() >= 0).isPresent();
  }

  static Partial<String> text(Value value) {
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
