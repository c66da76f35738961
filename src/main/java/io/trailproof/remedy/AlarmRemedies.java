package io.trailproof.remedy;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes an alarm go off for one event, and tell a topic. */
final class AlarmRemedies {
  private static final String TYPE = "aws.cloudwatch.Alarm";
  private static final String FILTER = "aws.logs.MetricFilter";
  private static final List<String> ALARMS = List.of(TYPE, "aws.cloudwatch.LogAlarm");

  /** What one event sets off: the sum of five minutes is at least one (F50, F65, F66). */
  private static final Map<String, Value> ONE_EVENT = new LinkedHashMap<>();

  private static final Map<String, List<String>> ASPECTS =
      Map.of(
          "comparison", List.of("comparisonOperator", "threshold"),
          "statistic", List.of("statistic"),
          "threshold", List.of("threshold", "comparisonOperator"),
          "periods", List.of("evaluationPeriods", "datapointsToAlarm", "period"),
          "missing-data", List.of("missingData"));

  static {
    ONE_EVENT.put("statistic", Canonical.text("Sum"));
    ONE_EVENT.put("period", Canonical.number(300));
    ONE_EVENT.put("evaluationPeriods", Canonical.number(1));
    ONE_EVENT.put("comparisonOperator", Canonical.text("GreaterThanOrEqualToThreshold"));
    ONE_EVENT.put("threshold", Canonical.number(1));
    ONE_EVENT.put("missingData", Canonical.text("notBreaching"));
  }

  /** What an alarm on queries does not have. */
  private static final List<String> OF_ONE_METRIC =
      List.of(
          "metricName",
          "namespace",
          "dimensions",
          "statistic",
          "extendedStatistic",
          "period",
          "unit");

  /** F77. */
  private static final int MOST_ACTIONS = 5;

  private AlarmRemedies() {}

  /** One aspect of an alarm on a single metric, so that one event sets it off. */
  static Maker fireOnOne(String aspect) {
    return (breach, names, wishes) ->
        breach
            .resource()
            .filter(alarm -> !alarm.has("queries"))
            .map(alarm -> Remedies.one(breach, changes(alarm, aspect)));
  }

  private static List<Alteration> changes(Resource alarm, String aspect) {
    List<Alteration> changes = new ArrayList<>();
    for (String property : ASPECTS.getOrDefault(aspect, List.of())) {
      Value wanted = ONE_EVENT.get(property);
      if (wanted == null) {
        if (alarm.has(property)) {
          changes.add(new Alteration.Unset(alarm.id(), property));
        }
      } else if (!alarm.property(property).asText().equals(wanted.asText())) {
        changes.add(new Alteration.Set(alarm.id(), property, wanted));
      }
    }
    if (aspect.equals("statistic") && alarm.has("extendedStatistic")) {
      changes.add(new Alteration.Unset(alarm.id(), "extendedStatistic"));
    }
    return changes;
  }

  static Maker without(String property) {
    return (breach, names, wishes) ->
        breach
            .resource()
            .filter(one -> one.has(property))
            .map(one -> Remedies.one(breach, List.of(new Alteration.Unset(one.id(), property))));
  }

  /** The metric of the filter before it. */
  static Optional<Remedy> watch(Breach breach, FreshNames names, Wishes wishes) {
    Resource alarm = breach.resource().orElse(null);
    Resource filter = breach.previous().orElse(null);
    if (alarm == null
        || filter == null
        || alarm.has("queries")
        || breach.graph().ofType(FILTER).stream()
            .anyMatch(one -> isWatched(breach.graph(), alarm, one))) {
      return Optional.empty(); // or what serves something else would serve that no more
    }
    String property = breach.requirement().equals("metric-name") ? "metricName" : "namespace";
    return Remedies.edit(breach, property, metric(breach.graph(), filter, property));
  }

  /** The text where it is known, as every format can write it. */
  private static Value metric(ResourceGraph graph, Resource filter, String property) {
    return graph
        .property(filter, property)
        .asText()
        .map(Canonical::text)
        .orElseGet(() -> Canonical.reference(filter, property));
  }

  /** Of a metric and queries, which exclude each other (F58), that stays which is whole. */
  static Optional<Remedy> watchOneThing(Breach breach, FreshNames names, Wishes wishes) {
    return breach
        .resource()
        .filter(alarm -> alarm.has("queries") && alarm.has("metricName"))
        .map(
            alarm -> {
              boolean isWhole =
                  alarm.has("period") && (alarm.has("statistic") || alarm.has("extendedStatistic"));
              List<Alteration> changes = new ArrayList<>();
              for (String property : isWhole ? List.of("queries") : OF_ONE_METRIC) {
                if (alarm.has(property)) {
                  changes.add(new Alteration.Unset(alarm.id(), property));
                }
              }
              return Remedies.one(breach, changes);
            });
  }

  static Optional<Remedy> dropDimensions(Breach breach, FreshNames names, Wishes wishes) {
    List<Alteration> changes = new ArrayList<>();
    List.of(breach.previous(), breach.resource()).stream()
        .flatMap(Optional::stream)
        .forEach(
            one ->
                List.of("dimensions", "systemDimensions").stream()
                    .filter(one::has)
                    .forEach(property -> changes.add(new Alteration.Unset(one.id(), property))));
    return changes.isEmpty() ? Optional.empty() : Optional.of(Remedies.one(breach, changes));
  }

  static Optional<Remedy> countOne(Breach breach, FreshNames names, Wishes wishes) {
    return breach
        .previous()
        .map(
            filter ->
                Remedies.one(
                    breach,
                    List.of(new Alteration.Set(filter.id(), "value", Canonical.text("1")))));
  }

  /** An alarm of its own for the filter. */
  static Optional<Remedy> add(Breach breach, FreshNames names, Wishes wishes) {
    Resource filter = filter(breach).orElse(null);
    if (filter == null) {
      return Optional.empty();
    }
    return names
        .id(TYPE, breach.rule().id(), filter)
        .map(
            id -> {
              Map<String, Value> properties = new LinkedHashMap<>();
              properties.put("name", Canonical.text(names.text(breach.rule().id())));
              properties.put("metricName", metric(breach.graph(), filter, "metricName"));
              properties.put("namespace", metric(breach.graph(), filter, "namespace"));
              properties.putAll(ONE_EVENT);
              topic(breach.graph(), filter)
                  .ifPresent(
                      topic ->
                          properties.put(
                              "actions", Canonical.list(Canonical.reference(topic, "arn"))));
              return Remedies.one(
                  breach, List.of(new Alteration.Add(id, TYPE, filter.id(), properties)));
            });
  }

  /**
   * The filter on the path, or where the path ends behind an alarm, the one whose metric it
   * watches.
   */
  private static Optional<Resource> filter(Breach breach) {
    Optional<Resource> on =
        List.of(breach.previous(), breach.resource()).stream()
            .flatMap(Optional::stream)
            .filter(one -> one.type().equals(FILTER))
            .findFirst();
    return on.or(
        () ->
            breach
                .previous()
                .flatMap(
                    alarm ->
                        breach.graph().ofType(FILTER).stream()
                            .filter(one -> isWatched(breach.graph(), alarm, one))
                            .findFirst()));
  }

  private static boolean isWatched(ResourceGraph graph, Resource alarm, Resource filter) {
    return graph.same(alarm.property("metricName"), filter.property("metricName")) == Truth.YES
        && graph.same(alarm.property("namespace"), filter.property("namespace")) == Truth.YES;
  }

  /** A topic among its actions: one that is there, or a new one. */
  static Optional<Remedy> act(Breach breach, FreshNames names, Wishes wishes) {
    Resource alarm =
        List.of(breach.previous(), breach.resource()).stream()
            .flatMap(Optional::stream)
            .filter(one -> one.has("actions") || ALARMS.contains(one.type()))
            .findFirst()
            .orElse(null);
    if (alarm == null) {
      return Optional.empty();
    }
    List<Alteration> changes = new ArrayList<>();
    Optional<ResourceId> topic = topic(breach.graph(), alarm).map(Resource::id);
    if (topic.isEmpty()) {
      topic = TopicRemedies.newTopic(breach, names, alarm, changes);
    }
    return topic.map(
        id -> {
          changes.add(new Alteration.Set(alarm.id(), "actions", withAction(alarm, id)));
          return Remedies.one(breach, changes);
        });
  }

  /** The actions of an alarm and one more; what names no topic does not stay. */
  static Value withAction(Resource alarm, ResourceId topic) {
    List<Value> actions = new ArrayList<>();
    if (alarm.property("actions") instanceof Value.Items items) {
      items.items().stream()
          .filter(AlarmRemedies::isArn)
          .limit(MOST_ACTIONS - 1)
          .forEach(actions::add);
    }
    actions.add(new Value.Reference(topic, "arn", Origin.NOWHERE));
    return Canonical.list(actions);
  }

  private static boolean isArn(Value action) {
    return action instanceof Value.Reference reference
        ? reference.attribute().equals("arn")
        : action.asText().filter(text -> !text.startsWith("arn:")).isEmpty();
  }

  /** A topic of the inputs that stands where a resource does, and that somebody hears already. */
  static Optional<Resource> topic(ResourceGraph graph, Resource beside) {
    return graph.ofType("aws.sns.Topic").stream()
        .filter(one -> one.existence() == Existence.MANAGED)
        .filter(one -> Place.same(graph, one, beside) == Truth.YES)
        .filter(
            one ->
                graph.ofType("aws.sns.Subscription").stream()
                    .anyMatch(each -> graph.names(each.property("topic"), one) == Truth.YES))
        .findFirst();
  }
}
