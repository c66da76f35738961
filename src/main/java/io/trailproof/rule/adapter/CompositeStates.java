package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.AlarmState;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.rule.Event;
import io.trailproof.source.Limits;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The states of composite alarms around one alarm, as far as they are worked out: where composites
 * follow composites, each is in the rules of others. Those around the last alarm are kept.
 */
final class CompositeStates {
  private @Nullable Resource alarm;
  private @Nullable Event event;
  private final Map<Asked, Set<AlarmState>> known = new HashMap<>();
  private int steps;

  /** A composite, and in what state the alarm is. */
  private record Asked(ResourceId composite, AlarmState own) {}

  /** Those of a graph around an alarm. */
  @SuppressWarnings("ReferenceEquality") // what these are equal to takes long to tell
  static CompositeStates around(ResourceGraph graph, Resource alarm, Event event) {
    CompositeStates states = graph.once(CompositeStates.class, CompositeStates::new);
    if (states.alarm != alarm || states.event != event) {
      states.alarm = alarm;
      states.event = event;
      states.steps = 0;
      states.known.clear();
    }
    return states;
  }

  Optional<Set<AlarmState>> of(Resource composite, AlarmState own) {
    return Optional.ofNullable(known.get(new Asked(composite.id(), own)));
  }

  void keep(Resource composite, AlarmState own, Set<AlarmState> found) {
    known.put(new Asked(composite.id(), own), found);
  }

  /** Counts one that is worked out; false where there have been too many. */
  boolean mayGoOn() {
    return steps++ < Limits.COMPOSITE_STEPS;
  }

  /** How many were worked out. */
  int steps() {
    return steps;
  }
}
