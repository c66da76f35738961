package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.AlarmSettings;
import io.trailproof.aws.alarm.Burst;
import io.trailproof.aws.alarm.Firing;
import io.trailproof.aws.alarm.MetricFeed;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.Event;
import io.trailproof.rule.EventKind;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What events do to the alarms of a graph, worked out once for alarms that are set alike: hundreds
 * of them may watch one metric to which hundreds of filters publish.
 */
final class AlarmFirings {
  private final ResourceGraph graph;
  private final IdentityHashMap<Resource, AlarmSettings> settings = new IdentityHashMap<>();
  private final Map<Seen, List<MetricFeed.Sibling>> siblings = new HashMap<>();

  /** Whether the others of a filter's metric only add to what it makes an alarm do. */
  private final Map<Adding, Boolean> onlyAdds = new HashMap<>();

  private final Map<Alike, ByEvent<Firing>> firings = new HashMap<>();

  /** Of a filter and what others publish beside it, whatever the event but for its burst. */
  private final Map<Beside, Firing> simulated = new HashMap<>();

  private record Seen(ResourceId filter, Event event) {}

  private record Adding(ResourceId filter, AlarmSettings settings) {}

  /** What tells a firing: two alarms for which it is the same do the same. */
  private record Alike(
      ResourceId filter,
      Burst burst,
      AlarmSettings settings,
      List<String> readers,
      Set<String> silent) {}

  private record Beside(Alike alike, List<MetricFeed.Sibling> others) {}

  private AlarmFirings(ResourceGraph graph) {
    this.graph = graph;
  }

  static AlarmFirings of(ResourceGraph graph) {
    return graph.once(AlarmFirings.class, () -> new AlarmFirings(graph));
  }

  ByEvent<Firing> firing(AlarmAdapter adapter, Resource alarm, Resource filter, EventKind kind) {
    AlarmSettings set = settings.computeIfAbsent(alarm, adapter::alarm);
    List<String> readers =
        WatchedMetric.of(graph, alarm, filter).stream().map(WatchedMetric::id).toList();
    return SilentMetrics.of(graph, alarm, readers)
        .then(
            silent -> {
              Alike alike = new Alike(filter.id(), kind.burst(), set, readers, silent);
              ByEvent<Firing> known = firings.get(alike);
              if (known == null) {
                known = workedOut(adapter, alarm, filter, alike);
                firings.put(alike, known);
              }
              return known;
            });
  }

  /** The others are asked for records only where what they publish may change the answer. */
  private ByEvent<Firing> workedOut(
      AlarmAdapter adapter, Resource alarm, Resource filter, Alike alike) {
    Firing alone = simulated(adapter, alarm, filter, alike, List.of());
    MetricGroup group = MetricGroup.of(graph, filter);
    if (group.isOneAlone(filter)
        || (alone.fires() == Truth.YES && mayOnlyAdd(adapter, filter, alike, group))) {
      return ByEvent.same(alone);
    }
    return group.isBeyondTrying(filter)
        ? ByEvent.same(simulated(adapter, alarm, filter, alike, group.tooMany()))
        : ByEvent.each(
                (Event event) -> simulated(adapter, alarm, filter, alike, siblings(filter, event)))
            .kept();
  }

  private List<MetricFeed.Sibling> siblings(Resource filter, Event event) {
    return siblings.computeIfAbsent(
        new Seen(filter.id(), event), seen -> new MetricSiblings(graph, filter, event).asked());
  }

  private boolean mayOnlyAdd(
      AlarmAdapter adapter, Resource filter, Alike alike, MetricGroup group) {
    return onlyAdds.computeIfAbsent(
        new Adding(filter.id(), alike.settings()),
        asked -> adapter.mayOnlyAdd(asked.settings(), filter, group));
  }

  private Firing simulated(
      AlarmAdapter adapter,
      Resource alarm,
      Resource filter,
      Alike alike,
      List<MetricFeed.Sibling> others) {
    Beside beside = new Beside(alike, others);
    Firing known = simulated.get(beside);
    if (known == null) {
      known =
          adapter.firing(alike.settings(), alarm, filter, others, alike.silent(), alike.burst());
      simulated.put(beside, known);
    }
    return known;
  }
}
