package io.trailproof.trace;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way from each trail to whoever is told, one step after the other. */
final class Walk {
  private static final String TRAIL = "aws.cloudtrail.Trail";
  private static final String LOG_GROUP = "aws.logs.LogGroup";
  private static final String FILTER = "aws.logs.MetricFilter";
  private static final String ALARM = "aws.cloudwatch.Alarm";
  private static final String COMPOSITE = "aws.cloudwatch.CompositeAlarm";
  private static final String TOPIC = "aws.sns.Topic";
  private static final String SUBSCRIPTION = "aws.sns.Subscription";
  private static final String CHANNEL = "aws.chatbot.ChannelConfiguration";

  /** So many alarms are played through. */
  private static final int MOST_ALARMS = 200;

  /** What hears of an alarm beside its actions, and is not followed here. */
  private static final List<String> LISTENERS =
      List.of("aws.events.Rule", "aws.notifications.EventRule");

  /** What fills a log group beside trails. */
  private static final List<String> SOURCES =
      List.of("aws.observabilityadmin.TelemetryRule", "aws.observabilityadmin.CentralizationRule");

  private final Surroundings around;
  private final TracedRecord record;

  /** A log group is filled by several trails, and followed from once. */
  private final Map<ResourceId, List<Hop>> fromGroups = new HashMap<>();

  /** A composite alarm follows several. */
  private final Map<ResourceId, List<Hop>> fromComposites = new HashMap<>();

  private int alarmsPlayed;

  /** An alarm watches what several filters publish. */
  private final Map<ResourceId, List<Hop>> fromAlarms = new HashMap<>();

  Walk(Surroundings around, TracedRecord record) {
    this.around = around;
    this.record = record;
  }

  /** Where the record begins. */
  List<Hop> fromTheTrails() {
    List<Hop> steps = new ArrayList<>();
    for (Resource trail : around.inOrder(TRAIL)) {
      Sayings said = new TrailStep(around, record).of(trail);
      steps.add(step("trail", trail, said, () -> groups(trail)));
    }
    elsewhere().ifPresent(steps::add);
    if (steps.isEmpty()) {
      steps.add(Hop.last("trail", "", around.sayings().no("nothing records the call")));
    }
    return steps;
  }

  /** What the input does not show and that may record the call as well. */
  private Optional<Hop> elsewhere() {
    Optional<String> why =
        around
            .mayBeElsewhere(Optional.empty(), TRAIL)
            .or(
                () ->
                    SOURCES.stream()
                        .flatMap(type -> around.graph().ofType(type).stream())
                        .map(one -> "`" + one.address() + "` may fill a log group")
                        .findFirst())
            .or(
                () ->
                    around.graph().ofType(LOG_GROUP).stream()
                        .filter(one -> one.existence().mayHaveRelationsElsewhere())
                        .filter(one -> !around.naming(FILTER, "logGroup", one).isEmpty())
                        .map(
                            one ->
                                "log group `"
                                    + one.address()
                                    + "` is there already, and a trail elsewhere may fill it")
                        .findFirst());
    return why.map(one -> Hop.last("trail elsewhere", "", around.sayings().unknown(one)));
  }

  private interface Onward {
    List<Hop> steps();
  }

  /** A step, and what follows it unless the record is stopped there. */
  private static Hop step(String kind, Resource resource, Sayings said, Onward onward) {
    return said.passes().isNo()
        ? Hop.last(kind, resource.address(), said)
        : Hop.of(kind, resource.address(), said, onward.steps());
  }

  private List<Hop> groups(Resource trail) {
    List<Hop> steps = new ArrayList<>();
    Value named = trail.property("logGroup");
    for (Resource group : around.inOrder(LOG_GROUP)) {
      Truth leads = around.graph().names(named, group);
      if (!leads.isNo()) {
        Sayings said = new Delivery(around).of(trail, group, leads);
        steps.add(step("log group", group, said, () -> filters(group)));
      }
    }
    if (steps.isEmpty()) {
      boolean isNone = FilterStep.isNothing(around.graph().resolve(named));
      steps.add(
          Hop.last(
              "log group",
              "",
              isNone
                  ? around.sayings().no("the trail delivers to no log group")
                  : around.sayings().unknown("the log group is not in the input")));
    }
    return steps;
  }

  private List<Hop> filters(Resource group) {
    List<Hop> known = fromGroups.get(group.id());
    if (known != null) {
      return known;
    }
    List<Hop> steps = new ArrayList<>();
    for (Map.Entry<Resource, Truth> one : around.naming(FILTER, "logGroup", group).entrySet()) {
      Resource filter = one.getKey();
      Sayings said = new FilterStep(around, record).of(filter, group, one.getValue());
      steps.add(step("metric filter", filter, said, () -> alarms(filter)));
    }
    boolean isHidden = around.mayBeElsewhere(Optional.of(group), FILTER).isPresent();
    if (steps.isEmpty() || isHidden) {
      steps.add(
          around.nothing(
              "metric filter",
              Optional.of(group),
              steps.isEmpty() ? "no metric filter reads it" : "no other metric filter reads it",
              FILTER));
    }
    fromGroups.put(group.id(), steps);
    return steps;
  }

  private List<Hop> alarms(Resource filter) {
    List<Hop> steps = new ArrayList<>();
    for (Resource alarm : around.inOrder(ALARM)) {
      Watching watching = Watching.of(around, alarm, filter);
      if (!watching.watches().isNo() && ++alarmsPlayed <= MOST_ALARMS) {
        Sayings said = new AlarmStep(around, record).of(alarm, filter, watching);
        steps.add(step("alarm", alarm, said, () -> notifiers(alarm)));
      }
    }
    if (alarmsPlayed > MOST_ALARMS) {
      steps.add(
          Hop.last("alarm", "", around.sayings().unknown("there are too many alarms to follow")));
    }
    boolean isHidden = around.mayBeElsewhere(Optional.of(filter), ALARM).isPresent();
    if (steps.isEmpty() || isHidden) {
      steps.add(
          around.nothing(
              "alarm",
              Optional.of(filter),
              steps.isEmpty() ? "no alarm watches its metric" : "no other alarm watches its metric",
              ALARM));
    }
    return steps;
  }

  private List<Hop> notifiers(Resource alarm) {
    List<Hop> known = fromAlarms.get(alarm.id());
    if (known != null) {
      return known;
    }
    List<Hop> steps = new ArrayList<>();
    List<Value> actions = new NotifierStep(around).actions(alarm);
    if (!actions.isEmpty()) {
      Sayings said = new NotifierStep(around).of(alarm);
      steps.add(step("actions of the alarm", alarm, said, () -> topics(alarm, actions)));
    }
    steps.addAll(followers(alarm));
    LISTENERS.stream()
        .flatMap(type -> around.graph().ofType(type).stream())
        .findFirst()
        .ifPresent(
            one ->
                steps.add(
                    Hop.last(
                        "event rule",
                        one.address(),
                        around
                            .sayings()
                            .unknown("whether it hears of the alarm is not followed here"))));
    if (steps.isEmpty()) {
      steps.add(
          around.nothing(
              "actions of the alarm", Optional.of(alarm), "it notifies nobody", COMPOSITE));
    }
    fromAlarms.put(alarm.id(), steps);
    return steps;
  }

  /** The composite alarms that follow an alarm. */
  private List<Hop> followers(Resource alarm) {
    NotifierStep notifier = new NotifierStep(around);
    List<Hop> steps = new ArrayList<>();
    for (Resource composite : around.inOrder(COMPOSITE)) {
      Truth follows = notifier.follows(composite, alarm);
      if (!follows.isNo()) {
        Sayings said = around.of(composite);
        around.apart(around.together(alarm, composite), "the alarm", said);
        said.unless(follows, "whether it goes off with the alarm is not followed here");
        steps.add(step("composite alarm", composite, said, () -> acts(composite)));
      }
    }
    return steps;
  }

  /** What a composite alarm leads to; one of a circle is never evaluated (F159). */
  private List<Hop> acts(Resource composite) {
    List<Hop> known = fromComposites.get(composite.id());
    if (known != null) {
      return known;
    }
    fromComposites.put(composite.id(), List.of());
    List<Hop> steps = new ArrayList<>();
    List<Value> actions = new NotifierStep(around).actions(composite);
    if (!actions.isEmpty()) {
      Sayings said = new NotifierStep(around).of(composite);
      steps.add(step("actions of the alarm", composite, said, () -> topics(composite, actions)));
    }
    steps.addAll(followers(composite));
    if (steps.isEmpty()) {
      steps.add(
          around.nothing(
              "actions of the alarm", Optional.of(composite), "it notifies nobody", COMPOSITE));
    }
    fromComposites.put(composite.id(), steps);
    return steps;
  }

  private List<Hop> topics(Resource notifier, List<Value> actions) {
    List<Hop> steps = new ArrayList<>();
    for (Value action : actions) {
      boolean found = false;
      for (Resource topic : around.inOrder(TOPIC)) {
        Truth named = around.graph().namesAny(action, topic);
        if (!named.isNo()) {
          Sayings said = new TopicStep(around).of(topic, notifier, action, named);
          steps.add(step("topic", topic, said, () -> subscribers(topic)));
          found = true;
        }
      }
      if (!found) {
        steps.add(unseen(action));
      }
    }
    return steps;
  }

  private Hop unseen(Value action) {
    Optional<String> text = around.graph().resolve(action).asText();
    boolean isNothing = text.filter(one -> !one.startsWith("arn:")).isPresent();
    return Hop.last(
        "action",
        "",
        isNothing
            ? around.sayings().no("it is no ARN, and the API refuses that")
            : around.sayings().unknown("what it leads to is no topic of the input"));
  }

  private List<Hop> subscribers(Resource topic) {
    List<Hop> steps = new ArrayList<>();
    for (Map.Entry<Resource, Truth> one : around.naming(SUBSCRIPTION, "topic", topic).entrySet()) {
      Sayings said = new SubscriptionStep(around).of(one.getKey(), topic, one.getValue());
      steps.add(Hop.last("subscription", one.getKey().address(), said));
    }
    for (Map.Entry<Resource, Truth> one : around.naming(CHANNEL, "topics", topic).entrySet()) {
      Sayings said = around.of(one.getKey());
      said.say(one.getValue(), "the chat channel shows the message");
      steps.add(Hop.last("chat channel", one.getKey().address(), said));
    }
    boolean isHidden = around.mayBeElsewhere(Optional.of(topic), SUBSCRIPTION, CHANNEL).isPresent();
    if (steps.isEmpty() || isHidden) {
      steps.add(
          around.nothing(
              "subscription",
              Optional.of(topic),
              steps.isEmpty() ? "nobody is subscribed" : "nobody else is subscribed",
              SUBSCRIPTION,
              CHANNEL));
    }
    return steps;
  }
}
