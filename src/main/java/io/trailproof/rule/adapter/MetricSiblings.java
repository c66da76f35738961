package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.MetricFeed;
import io.trailproof.aws.eventselector.Partition;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The other filters that publish to the metric of a filter (F53, F141, F142). */
final class MetricSiblings {
  private static final String FILTER = "aws.logs.MetricFilter";

  private final ResourceGraph graph;
  private final Resource filter;
  private final Event event;
  private final String iamRegion;

  MetricSiblings(ResourceGraph graph, Resource filter, Event event) {
    this.graph = graph;
    this.filter = filter;
    this.event = event;
    this.iamRegion = iamRegion(graph, filter);
  }

  /** Where the calls of IAM are recorded that a filter sees, the standard partition's if untold. */
  static String iamRegion(ResourceGraph graph, Resource filter) {
    return graph
        .resolve(filter.place().region())
        .asText()
        .flatMap(Partition::of)
        .orElse(Partition.AWS)
        .iamRegion();
  }

  /** What is known of each without asking for records: none of them matches or may match any. */
  List<MetricFeed.Sibling> unasked() {
    return all(false);
  }

  /** All of them, with what they make of the event's records. */
  List<MetricFeed.Sibling> asked() {
    return all(true);
  }

  private List<MetricFeed.Sibling> all(boolean ask) {
    List<MetricFeed.Sibling> siblings = new ArrayList<>();
    if (ask && matches(filter) == Truth.UNKNOWN && !filter.property("defaultValue").isAbsent()) {
      // Of a record that only another filter of the metric takes, this one publishes its default.
      siblings.add(sibling(filter, Truth.UNKNOWN, Truth.NO, false));
    }
    for (Resource other :
        ResourceIndex.of(graph)
            .possiblyHaving(FILTER, "metricName", filter.property("metricName"))) {
      Truth belongs = other.id().equals(filter.id()) ? Truth.NO : belongs(other);
      if (belongs != Truth.NO) {
        siblings.add(ask ? asked(other, belongs) : sibling(other, belongs, Truth.NO, false));
      }
    }
    return siblings;
  }

  private MetricFeed.Sibling asked(Resource other, Truth belongs) {
    Truth receives = receives(other);
    Truth matches = receives == Truth.NO ? Truth.NO : matches(other).and(receives);
    if (matches == Truth.YES && !other.property("fieldSelection").isAbsent()) {
      matches = Truth.UNKNOWN;
    }
    return sibling(
        other,
        belongs,
        matches,
        receives != Truth.NO && pattern(other).flatMap(WrittenPattern::ordinary).isPresent());
  }

  private MetricFeed.Sibling sibling(
      Resource other, Truth belongs, Truth matches, boolean ordinary) {
    return new MetricFeed.Sibling(
        other.address(),
        AlarmAdapter.text(graph.property(other, "value")),
        AlarmAdapter.text(graph.property(other, "defaultValue")),
        AlarmAdapter.text(graph.property(other, "unit")),
        belongs,
        matches,
        ordinary);
  }

  private Optional<String> pattern(Resource one) {
    return WrittenPattern.text(graph.property(one, "pattern"), one);
  }

  private Truth matches(Resource one) {
    return pattern(one)
        .map(text -> WrittenPattern.takes(text, event, iamRegion))
        .orElse(one.property("pattern").isAbsent() ? Truth.NO : Truth.UNKNOWN);
  }

  /** Whether it publishes to the same metric, dimensions included, in the same place. */
  private Truth belongs(Resource other) {
    Truth same =
        graph
            .same(other.property("metricName"), filter.property("metricName"))
            .and(graph.same(other.property("namespace"), filter.property("namespace")));
    if (same == Truth.NO
        || graph.same(other.place().region(), filter.place().region()) == Truth.NO
        || graph.same(other.place().account(), filter.place().account()) == Truth.NO) {
      return Truth.NO;
    }
    Truth certain = other.property("exists").isAbsent() ? Truth.YES : Truth.UNKNOWN;
    return same.and(certain)
        .and(sameDimensions(other, "dimensions"))
        .and(sameDimensions(other, "systemDimensions"));
  }

  private Truth sameDimensions(Resource other, String property) {
    Value own = filter.property(property);
    Value its = other.property(property);
    if (own.isAbsent() && its.isAbsent()) {
      return Truth.YES;
    }
    if (own.isAbsent() || its.isAbsent()) {
      Value there = own.isAbsent() ? its : own;
      return there instanceof Value.Fields || there instanceof Value.Items
          ? Truth.NO
          : Truth.UNKNOWN;
    }
    if (own instanceof Value.Fields mine && its instanceof Value.Fields theirs) {
      return mine.fields().keySet().equals(theirs.fields().keySet())
          ? sameFields(mine.fields(), theirs.fields())
          : Truth.NO;
    }
    return graph.same(own, its) == Truth.YES ? Truth.YES : Truth.UNKNOWN;
  }

  /** Different selectors may hold the same value in a record. */
  private Truth sameFields(Map<String, Value> mine, Map<String, Value> theirs) {
    return mine.entrySet().stream()
            .allMatch(
                one ->
                    graph.same(
                            one.getValue(),
                            theirs.getOrDefault(one.getKey(), new Value.Absent(Origin.NOWHERE)))
                        == Truth.YES)
        ? Truth.YES
        : Truth.UNKNOWN;
  }

  /** Whether the record that this filter sees reaches the other one as well. */
  private Truth receives(Resource other) {
    Value group = other.property("logGroup");
    Truth same = graph.same(group, filter.property("logGroup"));
    if (same == Truth.YES) {
      return same;
    }
    List<Resource> named = ResourceIndex.of(graph).possiblyNamed("aws.logs.LogGroup", group);
    for (Resource one : named) {
      if (graph.names(filter.property("logGroup"), one) == Truth.YES) {
        return graph.names(group, one);
      }
    }
    boolean apart =
        named.size() == 1
            && graph.names(group, named.get(0)) == Truth.YES
            && !named.get(0).existence().mayHaveRelationsElsewhere()
            && ResourceIndex.of(graph)
                .possibleReferrers("aws.cloudtrail.Trail", "logGroup", named.get(0))
                .isEmpty();
    return apart ? Truth.NO : Truth.UNKNOWN;
  }
}
