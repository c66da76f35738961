package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.AlarmState;
import io.trailproof.aws.alarm.composite.CompositeRule;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
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

  /** Whether a composite alarm may follow one is not written down (F234). */
  private static final String LOG = "aws.cloudwatch.LogAlarm";

  private final ResourceGraph graph;
  private final Resource alarm;
  private final Event event;
  private final CompositeRules rules;
  private final RestingAlarms resting;

  public CompositeAlarms(ResourceGraph graph, Resource alarm, Event event) {
    this.graph = graph;
    this.alarm = alarm;
    this.event = event;
    this.rules = CompositeRules.of(graph);
    this.resting = RestingAlarms.of(graph);
  }

  /** The text of a composite's rule, with a made-up name for each part that has no text yet. */
  public record Rule(Optional<CompositeRule.Parsed> parsed, Map<String, Value> holes) {}

  /** The rule of a composite alarm; none where nothing of it is known. */
  public Rule rule(Resource composite) {
    return rules.rule(composite);
  }

  /** Whether a composite alarm goes into ALARM when the alarm does; its rule must be readable. */
  public CompositeRule.Following following(Resource composite, CompositeRule rule) {
    if (rules.isInCircle(composite)) {
      return new CompositeRule.Following(
          Truth.NO, "composite alarms that follow each other in a circle are not evaluated");
    }
    List<CompositeRule.States> before = new ArrayList<>();
    for (AlarmState rest : resting.atRest(alarm)) {
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
    for (String name : rules.namesOf(composite)) {
      best = best.or(rules.names(composite, name, alarm));
      for (Resource other : rules.candidates(COMPOSITE, composite, name)) {
        Truth named = best.isYes() ? Truth.NO : rules.names(composite, name, other);
        best = named.isNo() ? best : best.or(named.and(leadsTo(other, seen)));
      }
    }
    return best;
  }

  /** The states of what a suppressor names while nothing happens; the alarm's own if it is that. */
  public Set<AlarmState> before(Value name) {
    Set<AlarmState> states = EnumSet.noneOf(AlarmState.class);
    for (AlarmState rest : resting.atRest(alarm)) {
      states.addAll(states(new Meant(name), rest, new HashSet<>()));
    }
    return states;
  }

  /** The states of what a suppressor names when the alarm is in ALARM. */
  public Set<AlarmState> during(Value name) {
    return states(new Meant(name), AlarmState.ALARM, new HashSet<>());
  }

  private Set<AlarmState> states(Resource composite, String name, AlarmState own) {
    Set<ResourceId> above = new HashSet<>();
    above.add(composite.id());
    return states(new Named(composite, name), own, above);
  }

  /** Whether a name means an alarm. */
  private interface Meaning {
    Truth of(Resource alarm);

    /** The alarms of a type that it may mean, and perhaps others. */
    List<Resource> candidates(String type);
  }

  /** A name in the rule of a composite. */
  private final class Named implements Meaning {
    private final Resource composite;
    private final String name;

    Named(Resource composite, String name) {
      this.composite = composite;
      this.name = name;
    }

    @Override
    public Truth of(Resource one) {
      return rules.names(composite, name, one);
    }

    @Override
    public List<Resource> candidates(String type) {
      return rules.candidates(type, composite, name);
    }
  }

  /** What names a suppressor. */
  private final class Meant implements Meaning {
    private final Value name;

    Meant(Value name) {
      this.name = name;
    }

    @Override
    public Truth of(Resource one) {
      return rules.means(name, one);
    }

    @Override
    public List<Resource> candidates(String type) {
      return ResourceIndex.of(graph).possiblyNamed(type, name);
    }
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
      for (Resource other : certain ? List.<Resource>of() : meaning.candidates(type)) {
        Truth means = other.id().equals(alarm.id()) ? Truth.NO : meaning.of(other);
        if (means != Truth.NO) {
          states.addAll(type.equals(METRIC) ? ofOther(other, own) : ofComposite(other, own, above));
        }
        certain |= means == Truth.YES;
      }
    }
    for (Resource other : certain ? List.<Resource>of() : meaning.candidates(LOG)) {
      Truth means = other.id().equals(alarm.id()) ? Truth.NO : meaning.of(other);
      if (means != Truth.NO) {
        states.addAll(EnumSet.allOf(AlarmState.class)); // F234
      }
      certain |= means == Truth.YES;
    }
    if (!certain) {
      states.addAll(EnumSet.of(AlarmState.OK, AlarmState.INSUFFICIENT_DATA));
    }
    return states;
  }

  private Set<AlarmState> ofComposite(Resource composite, AlarmState own, Set<ResourceId> above) {
    Optional<CompositeRule> rule =
        rules.rule(composite).parsed().flatMap(CompositeRule.Parsed::rule);
    if (rule.isEmpty() || above.contains(composite.id()) || rules.isInCircle(composite)) {
      return EnumSet.allOf(AlarmState.class);
    }
    Set<ResourceId> deeper = new HashSet<>(above);
    deeper.add(composite.id());
    return switch (rule.get().holds(name -> states(new Named(composite, name), own, deeper))) {
      case YES -> EnumSet.of(AlarmState.ALARM);
      case NO -> EnumSet.of(AlarmState.OK);
      case UNKNOWN -> EnumSet.of(AlarmState.OK, AlarmState.ALARM);
    };
  }

  private Set<AlarmState> ofOther(Resource other, AlarmState own) {
    Set<AlarmState> states = EnumSet.copyOf(resting.atRest(other));
    if (own == AlarmState.ALARM && resting.mayFire(other, event)) {
      states.add(AlarmState.ALARM);
    }
    return states;
  }
}
