package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.MetricFeed;
import io.trailproof.aws.eventselector.Partition;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The other filters that publish to the metric of a filter (F53, F141, F142). */
final class MetricSiblings {
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

  /** All of them, with what they make of the event's records. */
  List<MetricFeed.Sibling> asked() {
    List<MetricFeed.Sibling> siblings = new ArrayList<>();
    if (matches(filter) == Truth.UNKNOWN && !filter.property("defaultValue").isAbsent()) {
      // Of a record that only another filter of the metric takes, this one publishes its default.
      siblings.add(sibling(graph, filter, Truth.UNKNOWN, Truth.NO, false));
    }
    for (SharedMetric one : MetricGroup.of(graph, filter).besides(filter)) {
      siblings.add(asked(one));
    }
    return siblings;
  }

  private MetricFeed.Sibling asked(SharedMetric shared) {
    Resource other = shared.other();
    Truth receives = shared.receives();
    Truth matches = receives == Truth.NO ? Truth.NO : matches(other).and(receives);
    // A record that only others of the metric take is not one that two of them count.
    boolean together = matches(filter) == Truth.YES && other.property("fieldSelection").isAbsent();
    if (matches == Truth.YES && !together) {
      matches = Truth.UNKNOWN;
    }
    return sibling(
        graph,
        other,
        shared.belongs(),
        matches,
        receives != Truth.NO && pattern(other).filter(WrittenPattern::takesOrdinary).isPresent());
  }

  static MetricFeed.Sibling sibling(
      ResourceGraph graph, Resource other, Truth belongs, Truth matches, boolean ordinary) {
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
}
