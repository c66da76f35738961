package io.trailproof.rule.adapter;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A filter that publishes to the metric of others, or may; no event has a say in it, so that it is
 * asked once for all of them that are alike (F53, F141, F142).
 *
 * @param belongs whether it publishes to the same metric
 * @param receives whether the record that the others see reaches it as well
 */
record SharedMetric(Resource other, Truth belongs, Truth receives) {
  private static final String FILTER = "aws.logs.MetricFilter";
  private static final String GROUP = "aws.logs.LogGroup";

  /**
   * A filter that publishes to the metric, or may.
   *
   * @param belongs whether it does
   */
  record Publisher(Resource filter, Truth belongs) {}

  /**
   * The asking for one filter.
   *
   * @param groups the log groups that it certainly names
   */
  record Asking(ResourceGraph graph, Resource filter, List<Resource> groups) {
    static Asking by(ResourceGraph graph, Resource filter) {
      return new Asking(
          graph, filter, ResourceIndex.of(graph).named(GROUP, filter.property("logGroup")));
    }

    /** All filters of the metric; the one that asks may be among them. */
    List<Publisher> publishers() {
      List<Publisher> all = new ArrayList<>();
      for (Resource other :
          ResourceIndex.of(graph)
              .possiblyHaving(FILTER, "metricName", filter.property("metricName"))) {
        Truth belongs = belongs(other);
        if (belongs != Truth.NO) {
          all.add(new Publisher(other, belongs));
        }
      }
      return List.copyOf(all);
    }

    /** One of them, and whether it sees the same records. */
    SharedMetric shared(Publisher publisher) {
      return new SharedMetric(
          publisher.filter(), publisher.belongs(), receives(publisher.filter()));
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
      for (Resource one : groups) {
        Truth its = graph.names(group, one);
        if (its != Truth.NO) {
          return its;
        }
      }
      List<Resource> named = ResourceIndex.of(graph).possiblyNamed(GROUP, group);
      if (!Collections.disjoint(named, groups)) {
        return Truth.NO;
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
}
