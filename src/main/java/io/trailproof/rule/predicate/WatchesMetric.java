package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Sameness;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.JoinKeys;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.OpenPart;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.WatchedMetric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alarm reads the metric that the filter before it publishes: its name, or its namespace (F59).
 */
final class WatchesMetric implements Predicate {
  private final boolean namespace;

  private WatchesMetric(boolean namespace) {
    this.namespace = namespace;
  }

  static WatchesMetric byName() {
    return new WatchesMetric(false);
  }

  static WatchesMetric byNamespace() {
    return new WatchesMetric(true);
  }

  @Override
  public String name() {
    return namespace ? "watches-namespace" : "watches-metric-name";
  }

  @Override
  public String description() {
    return namespace
        ? "the alarm reads the metric of the filter before it in the filter's namespace"
        : "the alarm, or one of its queries, reads a metric of the name that the filter publishes";
  }

  @Override
  public Optional<JoinKeys> joinKeys() {
    return Optional.of(
        namespace
            ? new MetricKeys("namespace", WatchedMetric::namespace)
            : new MetricKeys("metricName", WatchedMetric::metricName));
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
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
      Judgement one = one(step, reader, alarm, filter);
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
            .filter(reader -> reader.isNamedAs(step.graph(), filter) != Sameness.DIFFERENT)
            .toList();
    return named.isEmpty() ? readers : named;
  }

  private static Judgement withoutReader(Step step, Resource alarm) {
    Value criteria = alarm.property("evaluationCriteria");
    return criteria.isAbsent()
        ? Judgement.fail("it names no metric", Labels.at(alarm.property("metricName"), alarm))
        : Judgement.unknown(
            "`" + Shown.spelt(step, alarm, "evaluationCriteria") + "` is not evaluated here",
            criteria,
            alarm);
  }

  private Judgement one(Step step, WatchedMetric reader, Resource alarm, Resource filter) {
    String property = namespace ? "namespace" : "metricName";
    Value read = namespace ? reader.namespace() : reader.metricName();
    Sameness same =
        namespace
            ? step.graph().same(read, filter.property(property))
            : reader.isNamedAs(step.graph(), filter);
    if (namespace
        && same == Sameness.SAME
        && reader.isNamedAs(step.graph(), filter) == Sameness.UNDECIDED) {
      return Judgement.unknown(
          Shown.unknown(step, alarm, "metricName", reader.metricName()),
          reader.metricName(),
          alarm);
    }
    return switch (same) {
      case SAME -> Judgement.pass();
      case DIFFERENT ->
          Judgement.fail(
              "the alarm reads "
                  + Shown.of(step.graph().resolve(read))
                  + ", the filter publishes "
                  + Shown.of(step.graph().property(filter, property)),
              Labels.at(read, alarm));
      case UNDECIDED ->
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
        && step.graph().same(reader.account(), filter.place().account()) != Sameness.SAME;
  }
}
