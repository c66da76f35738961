package io.trailproof.rule.adapter;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The alarms of a graph that composite alarms which take actions certainly lead to. */
public final class LeftActions {
  private static final String COMPOSITE = "aws.cloudwatch.CompositeAlarm";
  private static final List<String> ALARMS =
      List.of("aws.cloudwatch.Alarm", COMPOSITE, "aws.cloudwatch.LogAlarm");

  private final ResourceGraph graph;
  private @Nullable Set<ResourceId> named;

  private LeftActions(ResourceGraph graph) {
    this.graph = graph;
  }

  /** Those of a graph, which are looked for once. */
  public static LeftActions of(ResourceGraph graph) {
    return graph.once(LeftActions.class, () -> new LeftActions(graph));
  }

  /** True if an alarm has actions, be they known or not. */
  public static boolean areOf(ResourceGraph graph, Resource alarm) {
    Value actions = graph.property(alarm, "actions");
    return !actions.isAbsent()
        && !(actions instanceof Value.Items items && items.items().isEmpty());
  }

  /** True if a composite alarm that takes actions names an alarm, so that these are meant. */
  public boolean isLeft(Resource alarm) {
    Set<ResourceId> known = named;
    if (known == null) {
      known = named();
      named = known;
    }
    return known.contains(alarm.id());
  }

  private Set<ResourceId> named() {
    CompositeRules rules = CompositeRules.of(graph);
    Set<ResourceId> found = new HashSet<>();
    Set<ResourceId> seen = new HashSet<>();
    Deque<Resource> open = new ArrayDeque<>();
    for (Resource one : graph.ofType(COMPOSITE)) {
      if (areOf(graph, one) && seen.add(one.id())) {
        open.add(one);
      }
    }
    while (!open.isEmpty()) {
      Resource composite = open.remove();
      for (String type : ALARMS) {
        for (Resource other : rules.certain(type, composite)) {
          found.add(other.id());
          if (type.equals(COMPOSITE) && seen.add(other.id())) {
            open.add(other);
          }
        }
      }
    }
    return found;
  }
}
