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
import io.trailproof.source.Limits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
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
  private final CompositeStates worked;

  /** How far up the nearest composite is that was met again, counted from the outermost. */
  private int metAgain = Integer.MAX_VALUE;

  public CompositeAlarms(ResourceGraph graph, Resource alarm, Event event) {
    this.graph = graph;
    this.alarm = alarm;
    this.event = event;
    this.rules = CompositeRules.of(graph);
    this.resting = RestingAlarms.of(graph);
    this.worked = CompositeStates.around(graph, alarm, event);
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
    return CompositeLeads.of(graph).leads(composite, alarm);
  }

  /** The composites of a graph whose rules name an alarm, or may, likewise. */
  public static Set<ResourceId> leadingTo(ResourceGraph graph, Resource alarm) {
    return CompositeLeads.of(graph).to(alarm).keySet();
  }

  /** True if the rule of a composite can be read, so that it is told what it names. */
  public static boolean isRead(ResourceGraph graph, Resource composite) {
    return CompositeRules.of(graph)
        .rule(composite)
        .parsed()
        .flatMap(CompositeRule.Parsed::rule)
        .isPresent();
  }

  /** The states of what a suppressor names while nothing happens; the alarm's own if it is that. */
  public Set<AlarmState> before(Value name) {
    Set<AlarmState> states = EnumSet.noneOf(AlarmState.class);
    for (AlarmState rest : resting.atRest(alarm)) {
      states.addAll(states(new Meant(name), rest, Map.of()));
    }
    return states;
  }

  /** The states of what a suppressor names when the alarm is in ALARM. */
  public Set<AlarmState> during(Value name) {
    return states(new Meant(name), AlarmState.ALARM, Map.of());
  }

  private Set<AlarmState> states(Resource composite, String name, AlarmState own) {
    return states(new Named(composite, name), own, Map.of(composite.id(), 0));
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
  private Set<AlarmState> states(Meaning meaning, AlarmState own, Map<ResourceId, Integer> above) {
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

  /**
   * The states of a composite. What hangs on no other one that is being worked out around it is the
   * same in every rule that names it.
   */
  private Set<AlarmState> ofComposite(
      Resource composite, AlarmState own, Map<ResourceId, Integer> above) {
    Optional<CompositeRule> rule =
        rules.rule(composite).parsed().flatMap(CompositeRule.Parsed::rule);
    Integer again = above.get(composite.id());
    if (again != null) {
      metAgain = Math.min(metAgain, again);
    }
    if (rule.isEmpty() || again != null || rules.isInCircle(composite)) {
      return EnumSet.allOf(AlarmState.class);
    }
    Optional<Set<AlarmState>> known = worked.of(composite, own);
    if (known.isPresent()) {
      return known.get();
    }
    if (above.size() > Limits.COMPOSITES_IN_A_ROW || !worked.mayGoOn()) {
      metAgain = 0; // so that nothing is kept that hangs on it
      return EnumSet.allOf(AlarmState.class);
    }
    int before = metAgain;
    metAgain = Integer.MAX_VALUE;
    int depth = above.size();
    Map<ResourceId, Integer> deeper = new HashMap<>(above);
    deeper.put(composite.id(), depth);
    Set<AlarmState> states =
        switch (rule.get().holds(name -> states(new Named(composite, name), own, deeper))) {
          case YES -> EnumSet.of(AlarmState.ALARM);
          case NO -> EnumSet.of(AlarmState.OK);
          case UNKNOWN -> EnumSet.of(AlarmState.OK, AlarmState.ALARM);
        };
    if (metAgain >= depth) {
      worked.keep(composite, own, states);
    }
    metAgain = Math.min(before, metAgain >= depth ? Integer.MAX_VALUE : metAgain);
    return states;
  }

  private Set<AlarmState> ofOther(Resource other, AlarmState own) {
    Set<AlarmState> states = EnumSet.copyOf(resting.atRest(other));
    if (own == AlarmState.ALARM && resting.mayFire(other, event)) {
      states.add(AlarmState.ALARM);
    }
    return states;
  }
}
