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
  private final Resource alarm;
  private final Event event;
  private final Map<Asked, Set<AlarmState>> known = new HashMap<>();
  private int steps;

  /** A composite, and in what state the alarm is. */
  private record Asked(ResourceId composite, AlarmState own) {}

  /** Those around the last alarm of a graph. */
  private static final class Last {
    private @Nullable CompositeStates states;
  }

  private CompositeStates(Resource alarm, Event event) {
    this.alarm = alarm;
    this.event = event;
  }

  /** Those of a graph around an alarm. */
  static CompositeStates around(ResourceGraph graph, Resource alarm, Event event) {
    Last last = graph.once(Last.class, Last::new);
    CompositeStates states = last.states;
    if (states == null || !states.areAround(alarm, event)) {
      states = new CompositeStates(alarm, event);
      last.states = states;
    }
    return states;
  }

  @SuppressWarnings("ReferenceEquality") // what these are equal to takes long to tell
  private boolean areAround(Resource otherAlarm, Event otherEvent) {
    return alarm == otherAlarm && event == otherEvent;
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
