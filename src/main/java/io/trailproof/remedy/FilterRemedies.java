package io.trailproof.remedy;

import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.adapter.OtherPurpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes a metric filter count the events of a rule. */
final class FilterRemedies {
  private static final String TYPE = "aws.logs.MetricFilter";
  private static final String NAMESPACE = "CloudTrailMetrics";

  private FilterRemedies() {}

  /** Another pattern, unless the filter serves something else as well, or one is not enough. */
  static Optional<Remedy> setPattern(Breach breach, FreshNames names, Wishes wishes) {
    List<String> patterns = breach.rule().suggestedPatterns();
    Resource filter = breach.resource().orElse(null);
    if (filter == null
        || patterns.size() != 1
        || OtherPurpose.of(breach.graph(), filter, breach.rule().events())) {
      return Optional.empty();
    }
    return Remedies.edit(breach, "pattern", Canonical.text(patterns.get(0)));
  }

  static Optional<Remedy> nameGroup(Breach breach, FreshNames names, Wishes wishes) {
    return breach
        .previous()
        .flatMap(group -> Remedies.edit(breach, "logGroup", Canonical.reference(group, "name")));
  }

  static Optional<Remedy> oneTransformation(Breach breach, FreshNames names, Wishes wishes) {
    Resource filter = breach.resource().orElse(null);
    if (filter == null) {
      return Optional.empty();
    }
    List<Alteration> changes = new ArrayList<>();
    if (breach.graph().property(filter, "transformations") instanceof Value.Items all
        && all.items().size() > 1) {
      changes.add(
          new Alteration.Set(filter.id(), "transformations", Canonical.list(all.items().get(0))));
    }
    if (filter.has("dimensions")) {
      changes.add(new Alteration.Unset(filter.id(), "dimensions"));
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(Remedies.one(breach, changes));
  }

  /** What the record is shown as is left as CloudTrail wrote it. */
  static Optional<Remedy> seeRecord(Breach breach, FreshNames names, Wishes wishes) {
    Resource filter = breach.resource().orElse(null);
    if (filter == null) {
      return Optional.empty();
    }
    List<Alteration> changes = new ArrayList<>();
    if (filter.has("fieldSelection")) {
      changes.add(new Alteration.Unset(filter.id(), "fieldSelection"));
    }
    if (filter.has("onTransformedLogs")) {
      changes.add(new Alteration.Set(filter.id(), "onTransformedLogs", Canonical.flag(false)));
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(Remedies.one(breach, changes));
  }

  /**
   * A filter of its own for the events on the log group, or several where one pattern is too long.
   */
  static Optional<Remedy> add(Breach breach, FreshNames names, Wishes wishes) {
    Resource group =
        breach
            .previous()
            .or(breach::resource)
            .filter(one -> one.type().equals("aws.logs.LogGroup"))
            .orElse(null);
    if (group == null) {
      return Optional.empty();
    }
    String name = names.text(breach.rule().id());
    Optional<Resource> waiting = waiting(breach.graph(), group);
    Value metric =
        waiting.map(one -> one.property("metricName")).orElseGet(() -> Canonical.text(name));
    Value namespace =
        waiting.map(one -> one.property("namespace")).orElseGet(() -> Canonical.text(NAMESPACE));
    List<Alteration> changes = new ArrayList<>();
    for (String pattern : breach.rule().suggestedPatterns()) {
      Optional<ResourceId> id = names.id(TYPE, breach.rule().id(), group);
      if (id.isEmpty()) {
        return Optional.empty();
      }
      Map<String, Value> properties = new LinkedHashMap<>();
      properties.put("name", Canonical.text(changes.isEmpty() ? name : names.text(name)));
      properties.put("logGroup", Canonical.reference(group, "name"));
      properties.put("pattern", Canonical.text(pattern));
      properties.put("metricName", metric);
      properties.put("namespace", namespace);
      properties.put("value", Canonical.text("1"));
      changes.add(new Alteration.Add(id.get(), TYPE, group.id(), properties));
    }
    return Optional.of(Remedies.one(breach, changes));
  }

  /** An alarm on a metric that nothing publishes, as if its filter had been forgotten. */
  private static Optional<Resource> waiting(ResourceGraph graph, Resource group) {
    return graph.ofType("aws.cloudwatch.Alarm").stream()
        .filter(one -> Place.same(graph, one, group) == Truth.YES)
        .filter(one -> graph.property(one, "metricName").isKnown())
        .filter(
            one ->
                graph
                    .property(one, "namespace")
                    .asText()
                    .filter(text -> !isOfAws(text))
                    .isPresent())
        .filter(
            one ->
                graph.ofType(TYPE).stream()
                    .allMatch(
                        each ->
                            graph.same(one.property("metricName"), each.property("metricName"))
                                == Truth.NO))
        .findFirst();
  }

  private static boolean isOfAws(String namespace) {
    return namespace.startsWith("AWS/");
  }
}
