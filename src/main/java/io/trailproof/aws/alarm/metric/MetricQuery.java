package io.trailproof.aws.alarm.metric;

import io.trailproof.kleene.Partial;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One query of an alarm on several metrics: either a metric or an expression over other queries
 * (F81).
 *
 * @param id the name by which expressions refer to it
 * @param expression the metric math, unset or empty if there is a metric
 * @param metric the metric read, which the caller compares with the filter's by itself
 * @param returnData whether the alarm watches this query
 */
public record MetricQuery(
    String id,
    Partial<String> expression,
    Optional<MetricStat> metric,
    Partial<Boolean> returnData) {

  /** How a query reads its metric. */
  public record MetricStat(Partial<String> period, Partial<String> stat, Partial<String> unit) {
    Stream<Partial<String>> parts() {
      return Stream.of(period, stat, unit);
    }
  }

  public MetricQuery {
    expression =
        expression.orElse("").isBlank() && !expression.isUnknown() ? Partial.unset() : expression;
  }

  /** The first reason why some part of it is not known. */
  Optional<String> doubt() {
    Stream<Partial<?>> parts =
        Stream.concat(
            Stream.of(returnData, expression), metric.stream().flatMap(MetricStat::parts));
    return parts.map(Partial::whyUnknown).flatMap(Optional::stream).findFirst();
  }
}
