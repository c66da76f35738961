package io.trailproof.rule.adapter;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.kleene.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

  private final ResourceGraph graph;
  private @Nullable Map<ResourceId, List<Parent>> parents;
  private @Nullable Resource last;
  private Map<ResourceId, Truth> toLast = Map.of();
  private long asked;

  /** A composite whose rule names another one. */
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

  /** Whether a composite leads to an alarm; those that lead to the last one are kept. */
  @SuppressWarnings("ReferenceEquality") // what resources are equal to takes long to tell
  Truth leads(Resource composite, Resource alarm) {
    if (last != alarm) {
      toLast = to(alarm);
      last = alarm;
    }
    return toLast.getOrDefault(composite.id(), Truth.NO);
  }

  private Map<ResourceId, Truth> to(Resource alarm) {
    CompositeRules rules = CompositeRules.of(graph);
    Map<ResourceId, Truth> found = new HashMap<>();
    Deque<ResourceId> open = new ArrayDeque<>();
    for (Resource composite : graph.ofType(COMPOSITE)) {
      Truth best = Truth.NO;
      for (String name : rules.namesOf(composite)) {
        asked++;
        best = best.or(rules.names(composite, name, alarm));
      }
      if (!best.isNo()) {
        found.put(composite.id(), best);
        open.add(composite.id());
      }
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
          for (Resource other : rules.candidates(COMPOSITE, composite, name)) {
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
      parents = known;
    }
    return known;
  }
}
