package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.JsonAdapter;
import io.trailproof.rule.adapter.Publisher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Event rules that hear when an alarm changes its state, and tell somebody of it (F171). */
final class StateChanges {
  private static final Json LATER = new Json.Unknown("told by the event alone");

  private static final String SOURCE = "aws.cloudwatch";
  private static final String CHANGE = "CloudWatch Alarm State Change";

  private final Step step;
  private final ResourceGraph graph;
  private final Resource alarm;
  private final BusHearers hearers;

  private StateChanges(Step step) {
    this.step = step;
    this.graph = step.graph();
    this.alarm = step.resource();
    this.hearers = new BusHearers(graph, alarm.place());
  }

  /** The rules by which somebody hears of an alarm that itself tells nobody. */
  static List<Note> notes(Step step) {
    return new StateChanges(step).notes();
  }

  /** Unknown if something else than the alarm's actions may tell somebody of it. */
  static Judgement judge(Step step) {
    return new StateChanges(step).judge();
  }

  private Judgement judge() {
    for (Resource rule : graph.ofType("aws.events.Rule")) {
      if (hearers.mayHear(rule, event()) && hearers.mayTell(rule)) {
        return may(rule, "event rule", "");
      }
    }
    for (Resource rule : graph.ofType("aws.notifications.EventRule")) {
      if (isOfAlarms(rule) && isInRegion(rule)) {
        return may(rule, "notification rule", gathered(rule));
      }
    }
    return Judgement.pass();
  }

  private static Judgement may(Resource rule, String what, String when) {
    return Judgement.unknown(
        "it has no action that tells somebody, but "
            + what
            + " `"
            + rule.address()
            + "` hears of its changes of state and may tell somebody"
            + when
            + " (F171)",
        Labels.at(rule.property("pattern"), rule));
  }

  /** Of a service and a kind of event, and of those that a pattern takes, if there is one. */
  private boolean isOfAlarms(Resource rule) {
    return isOrMayBe(rule, "source", SOURCE)
        && isOrMayBe(rule, "event", CHANGE)
        && (graph.property(rule, "pattern").isAbsent()
            || EventRules.takes(graph, rule, event()) != Truth.NO);
  }

  /** F250: a notification rule hears of the Regions that it names. */
  private boolean isInRegion(Resource rule) {
    return !(graph.property(rule, "regions") instanceof Value.Items regions)
        || regions.items().stream()
            .anyMatch(one -> graph.same(one, alarm.place().region()) != Truth.NO);
  }

  /** F250: what is gathered for long is told late. */
  private String gathered(Resource rule) {
    boolean isLong =
        ResourceIndex.of(graph)
            .named("aws.notifications.Configuration", rule.property("configuration"))
            .stream()
            .anyMatch(
                one ->
                    graph.property(one, "gathering").asText().filter("LONG"::equals).isPresent());
    return isLong ? ", up to 12 hours later" : "";
  }

  private boolean isOrMayBe(Resource rule, String property, String wanted) {
    return graph.property(rule, property).asText().map(wanted::equals).orElse(true);
  }

  private List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    for (Resource rule : graph.ofType("aws.events.Rule")) {
      if (hearers.isOnBus(rule) && hears(rule) && tells(rule)) {
        notes.add(
            new Note(
                "detected-another-way",
                "hears when alarm `"
                    + alarm.address()
                    + "` goes into ALARM and notifies a topic, but that is not what the control"
                    + " asks for: the alarm itself has no action (F171)",
                rule.address()));
      }
    }
    return notes;
  }

  /** A name that AWS makes up is the alarm's where the pattern refers to it. */
  private boolean hears(Resource rule) {
    Truth takes = EventRules.takes(graph, rule, event());
    return takes == Truth.YES
        || (takes == Truth.UNKNOWN
            && graph.property(rule, "pattern") instanceof Value.Fields pattern
            && pattern.fields().get("detail") instanceof Value.Fields detail
            && detail.fields().get("alarmName") instanceof Value.Items names
            && names.items().stream().anyMatch(one -> graph.names(one, alarm) == Truth.YES));
  }

  private boolean tells(Resource rule) {
    return hearers.referrers("aws.events.Target", "rule", rule).stream()
        .flatMap(
            target ->
                ResourceIndex.of(graph).named("aws.sns.Topic", target.property("target")).stream())
        .anyMatch(topic -> takesFrom(rule, topic) && hearers.hasSubscriber(topic));
  }

  private boolean takesFrom(Resource rule, Resource topic) {
    Step at = new Step(graph, step.catalog(), Optional.of(rule), topic);
    Publisher events = Publisher.of(at, Map.of("service", "events.amazonaws.com"));
    Judgement judgement = TopicAccess.letsPublish(at, events).and(KeyUse.publish(at, events));
    return judgement.verdict() == Verdict.PASS;
  }

  private Json event() {
    JsonAdapter values = new JsonAdapter(graph);
    Map<String, Json> detail = new LinkedHashMap<>();
    detail.put("alarmName", values.given(graph.property(alarm, "name")));
    detail.put("configuration", LATER);
    detail.put("previousState", LATER);
    detail.put("state", new Json.Obj(Map.of("value", new Json.Str("ALARM")), false));
    Map<String, Json> all = new LinkedHashMap<>();
    all.put("version", new Json.Str("0"));
    all.put("id", new Json.Varies(true));
    all.put("time", new Json.Varies(true));
    all.put("source", new Json.Str(SOURCE));
    all.put("detail-type", new Json.Str(CHANGE));
    all.put("region", values.given(alarm.place().region()));
    all.put("account", values.given(alarm.place().account()));
    all.put("resources", new Json.Arr(List.of(values.given(alarm.property("arn")))));
    all.put("detail", new Json.Obj(detail));
    return new Json.Obj(all);
  }
}
