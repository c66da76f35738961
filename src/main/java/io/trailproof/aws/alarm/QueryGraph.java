package io.trailproof.aws.alarm;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The queries of an alarm by id, and what follows from how they refer to each other. */
final class QueryGraph {

  /** An expression over expressions is evaluated this deep, which also ends circles. */
  private static final int DEEPEST = 20;

  private final Map<String, MetricQuery> queries = new LinkedHashMap<>();
  private final Map<String, MetricExpression> expressions = new LinkedHashMap<>();

  QueryGraph(List<MetricQuery> all) {
    for (MetricQuery query : all) {
      queries.put(query.id(), query);
      Optional<String> text =
          query.expression().match(Optional::of, Optional::empty, why -> Optional.empty());
      text.flatMap(MetricExpression::parse)
          .ifPresent(parsed -> expressions.put(query.id(), parsed));
    }
  }

  /** The ids of all queries that read a metric. */
  List<String> metrics() {
    return queries.values().stream()
        .filter(query -> query.metric().isPresent())
        .map(MetricQuery::id)
        .toList();
  }

  MetricQuery.MetricStat metric(String id) {
    return query(id).metric().orElseThrow();
  }

  private MetricQuery query(String id) {
    return Objects.requireNonNull(queries.get(id), id);
  }

  long period(String id) {
    return Numbers.count(metric(id).period().orElse("")).orElse(60);
  }

  Statistic statistic(String id) {
    return Statistic.any(metric(id).stat().orElse("")).orElse(Statistic.Basic.SUM);
  }

  /** The ids of the metrics that a query rests on. */
  Set<String> metricsBehind(String id) {
    Set<String> behind = new LinkedHashSet<>();
    for (String reached : reachable(id)) {
      if (queries.containsKey(reached) && query(reached).metric().isPresent()) {
        behind.add(reached);
      }
    }
    return behind;
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

  /** Why the datapoints of a query cannot be computed. */
  Optional<String> doubt(String id) {
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
        return Optional.of(
            "the expression `"
                + query.expression().orElse("")
                + "` is beyond what is evaluated here");
      }
    }
    return hasCircle(id, new HashSet<>())
        ? Optional.of("the metric queries refer to each other in a circle")
        : Optional.empty();
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
    return expression.references().distinct().anyMatch(next -> hasCircle(next, path));
  }

  /** What is wrong with the metrics needed: statistic, period, or periods that differ. */
  Optional<Firing> problem(Set<String> needed, AlarmSettings settings) {
    for (String id : needed) {
      MetricQuery.MetricStat metric = metric(id);
      Optional<Firing> period = Requirements.period(metric.period().orElse(""), settings);
      if (period.isPresent()) {
        return period;
      }
      if (Statistic.any(metric.stat().orElse("")).isEmpty()) {
        return Requirements.refuse("`stat` of `" + id + "` is no statistic");
      }
    }
    return needed.stream().map(this::period).distinct().count() > 1
        ? Optional.of(
            Firing.unknown(Aspect.PERIOD, "the metrics of the expression have different periods"))
        : Optional.empty();
  }

  /** The wave of a query, given the waves of all metrics. */
  Wave wave(String id, Map<String, Wave> metrics) {
    return new Wave(
        at(id, metrics, Wave::idle),
        at(id, metrics, Wave::one),
        at(id, metrics, Wave::two),
        at(id, metrics, Wave::many));
  }

  private Optional<Amount> at(
      String id, Map<String, Wave> metrics, Function<Wave, Optional<Amount>> time) {
    Wave metric = metrics.get(id);
    if (metric != null) {
      return time.apply(metric);
    }
    return Objects.requireNonNull(expressions.get(id), id)
        .at(
            new MetricExpression.Point() {
              @Override
              public Optional<Amount> of(String reference) {
                return QueryGraph.this.at(reference, metrics, time);
              }

              @Override
              public Stream<Optional<Amount>> all() {
                return metrics.values().stream().map(time);
              }
            });
  }
}
