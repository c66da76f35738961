package io.trailproof.aws.alarm.metric;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The queries of an alarm by id, and what follows from how they refer to each other. */
public final class QueryGraph {

  /** An expression over expressions is evaluated this deep, which also ends circles. */
  private static final int DEEPEST = 20;

  /** Stands for an id that is not known. */
  private static final String OPEN_ID = "?";

  private final Map<String, MetricQuery> queries = new LinkedHashMap<>();
  private final Map<String, MetricExpression> expressions = new LinkedHashMap<>();

  public QueryGraph(List<MetricQuery> all) {
    for (MetricQuery query : all) {
      queries.put(query.id(), query);
      query
          .expression()
          .toOptional()
          .flatMap(MetricExpression::parse)
          .ifPresent(parsed -> expressions.put(query.id(), parsed));
    }
  }

  /** The ids of all queries that read a metric. */
  public List<String> metrics() {
    return queries.values().stream()
        .filter(query -> query.metric().isPresent())
        .map(MetricQuery::id)
        .toList();
  }

  /** How the query with an id reads its metric. */
  public MetricQuery.MetricStat metric(String id) {
    return query(id).metric().orElseThrow();
  }

  /** The period of a query's metric in seconds; of an expression, that of the first it rests on. */
  public long period(String id) {
    return metricsBehind(id).stream()
        .findFirst()
        .flatMap(behind -> Amount.count(metric(behind).period().orElse("")))
        .orElse(60);
  }

  /** The statistic of a query's metric. */
  public Statistic statistic(String id) {
    return Statistic.any(metric(id).stat().orElse("")).orElse(Statistic.Basic.SUM);
  }

  /** The ids of the metrics that a query rests on. */
  public Set<String> metricsBehind(String id) {
    Set<String> behind = new LinkedHashSet<>();
    for (String reached : reachable(id)) {
      if (queries.containsKey(reached) && query(reached).metric().isPresent()) {
        behind.add(reached);
      }
    }
    return behind;
  }

  private MetricQuery query(String id) {
    return Objects.requireNonNull(queries.get(id), id);
  }

  private Set<String> reachable(String start) {
    Set<String> reached = new LinkedHashSet<>();
    collect(start, reached);
    return reached;
  }

  private void collect(String id, Set<String> reached) {
    MetricExpression expression = expressions.get(id);
    if (!reached.add(id) || expression == null) {
      return;
    }
    expression.references().forEach(next -> collect(next, reached));
    if (expression.readsAll()) {
      reached.addAll(metrics());
    }
  }

  /**
   * Why the API takes none of the queries: an expression that is understood refers to what is not
   * there, or to itself in the end (F81).
   */
  public Optional<String> refused() {
    for (Map.Entry<String, MetricExpression> each : expressions.entrySet()) {
      String id = each.getKey();
      for (String reference : each.getValue().references()) {
        if (!queries.containsKey(reference) && !queries.containsKey(OPEN_ID)) {
          return Optional.of(
              "the metric query `" + id + "` refers to `" + reference + "`, which there is not");
        }
      }
      if (hasCircle(id, new HashSet<>())) {
        return Optional.of("the metric query `" + id + "` rests on itself");
      }
    }
    return Optional.empty();
  }

  /** True if a query is one number over all of time, which no alarm can watch (F165). */
  public boolean isScalar(String id) {
    MetricExpression expression = expressions.get(id);
    return expression != null
        && !hasCircle(id, new HashSet<>())
        && expression.isScalar(this::isArray);
  }

  /** True if a query rests on what a datapoint is more than the one before it. */
  public boolean looksBack(String id) {
    for (String reached : reachable(id)) {
      MetricExpression expression = expressions.get(reached);
      if (expression != null && expression.looksBack()) {
        return true;
      }
    }
    return false;
  }

  /** Why the datapoints of a query cannot be computed. */
  public Optional<String> doubt(String id) {
    for (String reached : reachable(id)) {
      MetricQuery query = queries.get(reached);
      if (query == null) {
        return Optional.of("no metric query has the id `" + reached + "`");
      }
      Optional<String> unknown = query.doubt();
      if (unknown.isPresent()) {
        return Optional.of("a part of the metric query `" + reached + "` is " + unknown.get());
      }
      if (query.metric().isEmpty() && !expressions.containsKey(reached)) {
        String text = query.expression().orElse("");
        return Optional.of(
            text.strip().toUpperCase(Locale.ROOT).startsWith("SELECT ")
                ? "whether the query `"
                    + text
                    + "` finds in time what is published once in weeks is not documented"
                : "the expression `" + text + "` is beyond what is evaluated here");
      }
    }
    if (isArray(id) || reachable(id).stream().anyMatch(this::confusesArrays)) {
      return Optional.of(
          "the expression `"
              + query(id).expression().orElse("")
              + "` is beyond what is evaluated here: one series and several are not the same");
    }
    return hasCircle(id, new HashSet<>())
        ? Optional.of("the metric queries refer to each other in a circle")
        : Optional.empty();
  }

  private boolean isArray(String id) {
    MetricExpression expression = expressions.get(id);
    return expression != null && expression.isArray();
  }

  private boolean confusesArrays(String id) {
    MetricExpression expression = expressions.get(id);
    return expression != null && expression.confusesArrays(this::isArray);
  }

  private boolean hasCircle(String id, Set<String> above) {
    MetricExpression expression = expressions.get(id);
    if (expression == null) {
      return false;
    }
    if (above.contains(id) || above.size() > DEEPEST) {
      return true;
    }
    Set<String> path = new HashSet<>(above);
    path.add(id);
    return expression.references().stream().anyMatch(next -> hasCircle(next, path));
  }

  /**
   * The datapoints of a query, given those of all metrics.
   *
   * @param times the number of events of the burst that is asked about; one for a single event
   */
  public Datapoints datapoints(String id, Map<String, Datapoints> metrics, int times) {
    return new Datapoints(
            at(id, metrics, Datapoints::idle),
            at(id, metrics, Datapoints::one),
            at(id, metrics, Datapoints::two),
            at(id, metrics, Datapoints::many))
        .withCrowds(times, events -> at(id, metrics, metric -> metric.crowd(events)));
  }

  private Optional<Amount> at(
      String id, Map<String, Datapoints> metrics, Function<Datapoints, Optional<Amount>> time) {
    Datapoints metric = metrics.get(id);
    if (metric != null) {
      return time.apply(metric);
    }
    return Objects.requireNonNull(expressions.get(id), id).at(point(metrics, time));
  }

  private MetricExpression.Point point(
      Map<String, Datapoints> metrics, Function<Datapoints, Optional<Amount>> time) {
    return new MetricExpression.Point() {
      @Override
      public Optional<Amount> of(String reference) {
        return at(reference, metrics, time);
      }

      @Override
      public Stream<Optional<Amount>> seriesOf(String reference) {
        return isArray(reference)
            ? Objects.requireNonNull(expressions.get(reference)).seriesAt(this)
            : Stream.of(of(reference));
      }

      @Override
      public long period(String reference) {
        return QueryGraph.this.period(reference);
      }

      @Override
      public MetricExpression.Point before() {
        return point(metrics, Datapoints::idle);
      }

      @Override
      public Stream<Optional<Amount>> all() {
        return metrics.values().stream().map(time);
      }
    };
  }
}
