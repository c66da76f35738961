package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.AlarmState;
import io.trailproof.aws.alarm.composite.CompositeRule;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The composite alarms of a graph around one alarm that goes into ALARM: composites may follow
 * composites, and every other alarm is as it is at rest unless the event may move it as well (F159,
 * F160).
 */
public final class CompositeAlarms {
  private static final String COMPOSITE = "aws.cloudwatch.CompositeAlarm";
  private static final String METRIC = "aws.cloudwatch.Alarm";
  private static final String FILTER = "aws.logs.MetricFilter";

  private final ResourceGraph graph;
  private final Resource alarm;
  private final Event event;
  private final Map<ResourceId, Rule> rules = new HashMap<>();

  public CompositeAlarms(ResourceGraph graph, Resource alarm, Event event) {
    this.graph = graph;
    this.alarm = alarm;
    this.event = event;
  }

  /** The text of a composite's rule, with a made-up name for each part that has no text yet. */
  public record Rule(Optional<CompositeRule.Parsed> parsed, Map<String, Value> holes) {}

  /** The rule of a composite alarm; none where nothing of it is known. */
  public Rule rule(Resource composite) {
    return rules.computeIfAbsent(composite.id(), any -> read(graph.property(composite, "rule")));
  }

  private static Rule read(Value rule) {
    Map<String, Value> holes = new LinkedHashMap<>();
    String text = written(rule, holes);
    return new Rule(
        text.isEmpty() ? Optional.empty() : Optional.of(CompositeRule.parse(text)), holes);
  }

  private static String written(Value rule, Map<String, Value> holes) {
    if (!(rule instanceof Value.Template template)) {
      return rule.asText().orElse("");
    }
    StringBuilder text = new StringBuilder();
    for (Value part : template.parts()) {
      text.append(
          part.asText()
              .orElseGet(
                  () -> {
                    String hole = "trailproof-hole-" + holes.size() + "-";
                    holes.put(hole, part);
                    return hole;
                  }));
    }
    return text.toString();
  }

  /** Whether a composite alarm goes into ALARM when the alarm does; its rule must be readable. */
  public CompositeRule.Following following(Resource composite, CompositeRule rule) {
    if (isInCircle(composite)) {
      return new CompositeRule.Following(
          Truth.NO, "composite alarms that follow each other in a circle are not evaluated");
    }
    List<CompositeRule.States> before = new ArrayList<>();
    for (AlarmState rest : atRest(alarm)) {
      before.add(name -> states(composite, name, rest));
    }
    return rule.following(before, name -> states(composite, name, AlarmState.ALARM));
  }

  /** Whether a composite's rule names the alarm, itself or by way of other composites. */
  public Truth leadsTo(Resource composite) {
    return leadsTo(composite, new HashSet<>());
  }

  private Truth leadsTo(Resource composite, Set<ResourceId> seen) {
    if (!seen.add(composite.id())) {
      return Truth.NO;
    }
    Truth best = Truth.NO;
    for (String name : namesOf(composite)) {
      best = best.or(names(composite, name, alarm));
      for (Resource other : graph.ofType(COMPOSITE)) {
        Truth named = best.isYes() ? Truth.NO : names(composite, name, other);
        best = named.isNo() ? best : best.or(named.and(leadsTo(other, seen)));
      }
    }
    return best;
  }

  private Set<String> namesOf(Resource composite) {
    return rule(composite)
        .parsed()
        .flatMap(CompositeRule.Parsed::rule)
        .map(CompositeRule::names)
        .orElse(Set.of());
  }

  private boolean isInCircle(Resource composite) {
    Set<ResourceId> seen = new HashSet<>();
    List<Resource> open = new ArrayList<>(List.of(composite));
    while (!open.isEmpty()) {
      Resource one = open.remove(open.size() - 1);
      for (String name : namesOf(one)) {
        for (Resource other : graph.ofType(COMPOSITE)) {
          if (names(one, name, other).isYes()) {
            if (other.id().equals(composite.id())) {
              return true;
            }
            if (seen.add(other.id())) {
              open.add(other);
            }
          }
        }
      }
    }
    return false;
  }

  /** Whether a name in the rule of a composite means an alarm. */
  private Truth names(Resource composite, String name, Resource meant) {
    Map<String, Value> holes = rule(composite).holes();
    Value value = holes.get(name);
    if (value == null && holes.keySet().stream().anyMatch(name::contains)) {
      return Truth.UNKNOWN;
    }
    return means(value == null ? Value.text(name, Origin.NOWHERE) : value, meant);
  }

  /** The states of what a suppressor names while nothing happens; the alarm's own if it is that. */
  public Set<AlarmState> before(Value name) {
    Set<AlarmState> states = EnumSet.noneOf(AlarmState.class);
    for (AlarmState rest : atRest(alarm)) {
      states.addAll(states(one -> means(name, one), rest, new HashSet<>()));
    }
    return states;
  }

  /** The states of what a suppressor names when the alarm is in ALARM. */
  public Set<AlarmState> during(Value name) {
    return states(one -> means(name, one), AlarmState.ALARM, new HashSet<>());
  }

  /** A name that is written down is not the one that AWS makes up for an alarm without one. */
  private Truth means(Value name, Resource one) {
    Truth named = graph.names(name, one);
    boolean madeUp =
        one.property("name") instanceof Value.Reference itself
            && itself.target().equals(one.id())
            && named == Truth.UNKNOWN
            && graph.resolve(name).isKnown();
    return madeUp ? Truth.NO : named;
  }

  private Set<AlarmState> states(Resource composite, String name, AlarmState own) {
    Set<ResourceId> above = new HashSet<>();
    above.add(composite.id());
    return states(one -> names(composite, name, one), own, above);
  }

  /** Whether a name means an alarm. */
  private interface Meaning {
    Truth of(Resource alarm);
  }

  /** The states of the alarms that a name may mean, when the alarm at hand is in a state. */
  private Set<AlarmState> states(Meaning meaning, AlarmState own, Set<ResourceId> above) {
    Set<AlarmState> states = EnumSet.noneOf(AlarmState.class);
    Truth itself = meaning.of(alarm);
    if (itself != Truth.NO) {
      states.add(own);
    }
    boolean certain = itself == Truth.YES;
    for (String type : List.of(METRIC, COMPOSITE)) {
      for (Resource other : certain ? List.<Resource>of() : graph.ofType(type)) {
        Truth means = other.id().equals(alarm.id()) ? Truth.NO : meaning.of(other);
        if (means != Truth.NO) {
          states.addAll(type.equals(METRIC) ? ofOther(other, own) : ofComposite(other, own, above));
        }
        certain |= means == Truth.YES;
      }
    }
    if (!certain) {
      states.addAll(EnumSet.of(AlarmState.OK, AlarmState.INSUFFICIENT_DATA));
    }
    return states;
  }

  private Set<AlarmState> ofComposite(Resource composite, AlarmState own, Set<ResourceId> above) {
    Optional<CompositeRule> rule = rule(composite).parsed().flatMap(CompositeRule.Parsed::rule);
    if (rule.isEmpty() || above.contains(composite.id()) || isInCircle(composite)) {
      return EnumSet.allOf(AlarmState.class);
    }
    Set<ResourceId> deeper = new HashSet<>(above);
    deeper.add(composite.id());
    return switch (rule.get()
        .holds(name -> states(one -> names(composite, name, one), own, deeper))) {
      case YES -> EnumSet.of(AlarmState.ALARM);
      case NO -> EnumSet.of(AlarmState.OK);
      case UNKNOWN -> EnumSet.of(AlarmState.OK, AlarmState.ALARM);
    };
  }

  private Set<AlarmState> ofOther(Resource other, AlarmState own) {
    Set<AlarmState> states = EnumSet.copyOf(atRest(other));
    if (own == AlarmState.ALARM && mayFire(other)) {
      states.add(AlarmState.ALARM);
    }
    return states;
  }

  /** Whether an alarm reads what a filter may publish for the same event. */
  private boolean mayFire(Resource other) {
    for (Resource filter : filtersOf(other)) {
      Truth matches =
          WrittenPattern.text(graph.property(filter, "pattern"), filter)
              .map(
                  text ->
                      WrittenPattern.takes(text, event, MetricSiblings.iamRegion(graph, filter)))
              .orElse(Truth.UNKNOWN);
      if (matches != Truth.NO) {
        return true;
      }
    }
    return WatchedMetric.areHidden(other);
  }

  private List<Resource> filtersOf(Resource one) {
    List<Resource> filters = new ArrayList<>();
    for (WatchedMetric reader : WatchedMetric.of(one)) {
      for (Resource filter :
          ResourceIndex.of(graph).possiblyHaving(FILTER, "metricName", reader.metricName())) {
        if (graph.same(filter.property("namespace"), reader.namespace()) != Truth.NO) {
          filters.add(filter);
        }
      }
    }
    return filters;
  }

  /**
   * The states in which a metric alarm may be while nothing happens (F160): without data it is what
   * it takes missing data for, and a default value keeps it OK.
   */
  private Set<AlarmState> atRest(Resource one) {
    Optional<String> missing = graph.property(one, "missingData").asText();
    boolean unset = graph.property(one, "missingData").isAbsent();
    if (missing.filter("notBreaching"::equals).isPresent()) {
      return EnumSet.of(AlarmState.OK);
    }
    boolean plain = !one.property("metricName").isAbsent();
    if (plain && (unset || missing.filter("missing"::equals).isPresent())) {
      List<Resource> filters = filtersOf(one);
      boolean sparse =
          !filters.isEmpty()
              && filters.stream().allMatch(filter -> filter.property("defaultValue").isAbsent());
      if (sparse) {
        return EnumSet.of(AlarmState.INSUFFICIENT_DATA);
      }
      boolean dense =
          filters.stream()
              .anyMatch(filter -> graph.property(filter, "defaultValue").asText().isPresent());
      if (dense) {
        return EnumSet.of(AlarmState.OK);
      }
    }
    return EnumSet.of(AlarmState.OK, AlarmState.INSUFFICIENT_DATA);
  }
}
