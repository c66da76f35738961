package io.trailproof.rule.adapter;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.kleene.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which composite alarms of a graph lead to an alarm, themselves or by way of others: for all of
 * them at once, as many follow one another.
 */
final class CompositeLeads {
  private static final String COMPOSITE = "aws.cloudwatch.CompositeAlarm";

  /** What a rule may name, of whatever kind. */
  private static final List<String> ALARMS =
      List.of("aws.cloudwatch.Alarm", COMPOSITE, "aws.cloudwatch.LogAlarm");

  private final ResourceGraph graph;
  private @Nullable Map<ResourceId, List<Parent>> parents;
  private @Nullable Resource last;
  private Map<ResourceId, Truth> toLast = Map.of();
  private long asked;

  /** A composite whose rule names an alarm. */
  private record Parent(Resource composite, Truth names) {}

  private CompositeLeads(ResourceGraph graph) {
    this.graph = graph;
  }

  static CompositeLeads of(ResourceGraph graph) {
    return graph.once(CompositeLeads.class, () -> new CompositeLeads(graph));
  }

  /** How many times it was asked whether a name means an alarm. */
  long asked() {
    return asked;
  }

  /** Whether a composite leads to an alarm. */
  Truth leads(Resource composite, Resource alarm) {
    return to(alarm).getOrDefault(composite.id(), Truth.NO);
  }

  /** The composites that lead to an alarm, or may; those of the last one are kept. */
  @SuppressWarnings("ReferenceEquality") // what resources are equal to takes long to tell
  Map<ResourceId, Truth> to(Resource alarm) {
    if (last != alarm) {
      toLast = Collections.unmodifiableMap(found(alarm));
      last = alarm;
    }
    return toLast;
  }

  private Map<ResourceId, Truth> found(Resource alarm) {
    Map<ResourceId, Truth> found = new HashMap<>();
    Deque<ResourceId> open = new ArrayDeque<>();
    for (Parent parent : parents().getOrDefault(alarm.id(), List.of())) {
      ResourceId composite = parent.composite().id();
      found.put(composite, parent.names().or(found.getOrDefault(composite, Truth.NO)));
      open.add(composite);
    }
    while (!open.isEmpty()) { // one comes twice at most: perhaps, and then for certain
      ResourceId one = open.remove();
      for (Parent parent : parents().getOrDefault(one, List.of())) {
        Truth known = found.getOrDefault(parent.composite().id(), Truth.NO);
        Truth better = known.or(parent.names().and(found.getOrDefault(one, Truth.NO)));
        if (better != known) {
          found.put(parent.composite().id(), better);
          open.add(parent.composite().id());
        }
      }
    }
    return found;
  }

  private Map<ResourceId, List<Parent>> parents() {
    Map<ResourceId, List<Parent>> known = parents;
    if (known == null) {
      known = new HashMap<>();
      CompositeRules rules = CompositeRules.of(graph);
      for (Resource composite : graph.ofType(COMPOSITE)) {
        for (String name : rules.namesOf(composite)) {
          for (String type : ALARMS) {
            for (Resource other : rules.candidates(type, composite, name)) {
              asked++;
              Truth names = rules.names(composite, name, other);
              if (!names.isNo()) {
                known
                    .computeIfAbsent(other.id(), any -> new ArrayList<>())
                    .add(new Parent(composite, names));
              }
            }
          }
        }
      }
      parents = known;
    }
    return known;
  }
}
