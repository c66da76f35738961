package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.JoinKeys;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.OpenPart;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.WatchedMetric;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whether an alarm reads the metric that a filter publishes. */
final class AlarmMetric {
  /** An alarm goes with the filters whose metric it names. */
  static final JoinKeys NAMES = new MetricKeys("metricName", WatchedMetric::metricName);

  /** An alarm goes with the filters into whose namespaces it looks. */
  static final JoinKeys NAMESPACES = new MetricKeys("namespace", WatchedMetric::namespace);

  private AlarmMetric() {}

  /** F59: the name of the metric that the filter publishes. */
  static Judgement watchesName(Step step) {
    return watches(step, false);
  }

  /** F59: the namespace of the metric that the filter publishes. */
  static Judgement watchesNamespace(Step step) {
    return watches(step, true);
  }

  private static Judgement watches(Step step, boolean namespace) {
    Resource alarm = step.resource();
    Resource filter = step.before();
    if (WatchedMetric.areHidden(alarm)) {
      return Judgement.unknown(
          Shown.unknown(step, "queries", alarm.property("queries")),
          alarm.property("queries"),
          alarm);
    }
    List<WatchedMetric> readers = WatchedMetric.of(alarm);
    if (readers.isEmpty()) {
      return withoutReader(step, alarm);
    }
    List<WatchedMetric> meant = namespace ? meant(step, readers, filter) : readers;
    Judgement best = null;
    for (WatchedMetric reader : meant) {
      Judgement one = one(step, reader, alarm, filter, namespace);
      best = best == null ? one : best.or(one);
    }
    return best == null ? Judgement.pass() : best;
  }

  /**
   * Of several readers only those of the filter's metric name can be meant. Where there is none,
   * that is said of the name, and the namespaces stand for themselves.
   */
  private static List<WatchedMetric> meant(
      Step step, List<WatchedMetric> readers, Resource filter) {
    List<WatchedMetric> named =
        readers.stream()
            .filter(reader -> reader.isNamedAs(step.graph(), filter) != Truth.NO)
            .toList();
    return named.isEmpty() ? readers : named;
  }

  private static Judgement withoutReader(Step step, Resource alarm) {
    return PromQlAlarm.isOne(alarm)
        ? PromQlAlarm.watches(step, alarm, step.before())
        : Judgement.fail("it names no metric", Labels.at(alarm.property("metricName"), alarm));
  }

  private static Judgement one(
      Step step, WatchedMetric reader, Resource alarm, Resource filter, boolean namespace) {
    String property = namespace ? "namespace" : "metricName";
    Value read = namespace ? reader.namespace() : reader.metricName();
    Truth same =
        namespace
            ? step.graph().same(read, filter.property(property))
            : reader.isNamedAs(step.graph(), filter);
    if (namespace && same == Truth.YES && reader.isNamedAs(step.graph(), filter) == Truth.UNKNOWN) {
      return Judgement.unknown(
          Shown.unknown(step, alarm, "metricName", reader.metricName()),
          reader.metricName(),
          alarm);
    }
    return switch (same) {
      case YES -> Judgement.pass();
      case NO ->
          Judgement.fail(
              "the alarm reads "
                  + Shown.of(step.graph().resolve(read))
                  + ", the filter publishes "
                  + Shown.of(step.graph().property(filter, property)),
              Labels.at(read, alarm));
      case UNKNOWN ->
          !namespace && isOfAnotherAccount(step, reader, filter)
              ? Judgement.unknown(
                  "the alarm reads a metric of account " + Shown.of(reader.account()),
                  reader.account(),
                  alarm)
              : undecided(step, property, read, alarm, filter);
    };
  }

  /** A literal is not what is unknown: the word of the other one is. */
  private static Judgement undecided(
      Step step, String property, Value read, Resource alarm, Resource filter) {
    Value published = filter.property(property);
    Resource holder = read.isKnown() ? filter : alarm;
    Value open =
        read.isKnown()
            ? OpenPart.apart(step.graph(), published, read)
            : OpenPart.apart(step.graph(), read, published);
    return Judgement.unknown(Shown.unknown(step, holder, property, open), open, holder);
  }

  private static boolean isOfAnotherAccount(Step step, WatchedMetric reader, Resource filter) {
    return !reader.account().isAbsent()
        && step.graph().same(reader.account(), filter.place().account()) != Truth.YES;
  }

  /**
   * An alarm has a metric of its own, by whose name an audit finds it: one of queries or of a
   * learned band is not among those that {@code MetricName} lists (F81, F83, F113).
   */
  static Judgement namesOne(Step step) {
    Resource alarm = step.resource();
    Value queries = step.graph().property(alarm, "queries");
    Value metric = step.graph().property(alarm, "metricName");
    if (queries instanceof Value.Items) {
      return Judgement.fail("it reads its metric by a query", Labels.at(queries, alarm));
    }
    if (metric.isAbsent()) {
      return queries.isAbsent()
          ? Judgement.fail("it names no metric", Labels.at(metric, alarm))
          : Judgement.unknown(Shown.unknown(step, "queries", queries), queries, alarm);
    }
    return Judgement.pass();
  }

  /** The metric names, or the namespaces, that an alarm reads and a filter publishes. */
  private record MetricKeys(String property, Function<WatchedMetric, Value> read)
      implements JoinKeys {
    @Override
    public Optional<Set<Object>> ofPrevious(ResourceGraph graph, Resource filter) {
      return keys(graph, List.of(filter.property(property)));
    }

    @Override
    public Optional<Set<Object>> ofResource(ResourceGraph graph, Resource alarm) {
      List<WatchedMetric> readers = WatchedMetric.of(alarm);
      return readers.isEmpty() || WatchedMetric.areHidden(alarm)
          ? Optional.empty()
          : keys(graph, readers.stream().map(read).toList());
    }

    private static Optional<Set<Object>> keys(ResourceGraph graph, List<Value> values) {
      Set<Object> keys = new HashSet<>();
      for (Value value : values) {
        Optional<String> text = graph.resolve(value).asText();
        boolean isPart = value instanceof Value.Reference reference && !reference.whole();
        if (text.isEmpty() || isPart) {
          return Optional.empty();
        }
        keys.add(text.get());
      }
      return Optional.of(keys);
    }
  }
}
