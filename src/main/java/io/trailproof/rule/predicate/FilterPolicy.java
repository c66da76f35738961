package io.trailproof.rule.predicate;

import io.trailproof.aws.eventpattern.EventPattern;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.JsonAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the filter policy of a subscription lets the messages of alarms through (F96). */
final class FilterPolicy {
  private static final List<String> ALARMS =
      List.of("aws.cloudwatch.Alarm", "aws.cloudwatch.CompositeAlarm");

  private FilterPolicy() {}

  /** An alarm's message has no attributes, so a policy on attributes lets none through. */
  static Judgement judge(Step step, Resource subscription, boolean ofEvents) {
    Value policy = step.graph().property(subscription, "filterPolicy");
    boolean empty =
        policy.isAbsent() || policy.asText().map(String::strip).filter("{}"::equals).isPresent();
    if (empty) {
      return Judgement.pass();
    }
    if (!policy.isKnown() && !(policy instanceof Value.Fields)) {
      return Judgement.unknown(Shown.unknown(step, "filterPolicy", policy), policy, subscription);
    }
    Value scope = step.graph().property(subscription, "filterScope");
    Optional<String> word = scope.asText();
    if (word.filter("MessageAttributes"::equals).isPresent()) {
      return Judgement.fail(
          "its filter policy asks for message attributes, and alarm messages have none",
          Labels.at(policy, subscription));
    }
    if (word.filter("MessageBody"::equals).isPresent() && !ofEvents) {
      return onBody(step, policy);
    }
    return Judgement.unknown(
        "its filter policy on the message body is not evaluated here", policy, subscription);
  }

  private static Judgement onBody(Step step, Value policy) {
    Resource subscription = step.resource();
    Optional<Json> tree = new JsonAdapter(step.graph()).document(policy);
    if (tree.isEmpty()) {
      return Judgement.fail(
          "its filter policy is no JSON, the API will refuse it", Labels.at(policy, subscription));
    }
    EventPattern.Parsed parsed = EventPattern.of(tree.get());
    if (parsed.pattern().isEmpty()) {
      return Judgement.unknown(
          "its filter policy is not understood here: " + parsed.problem(), policy, subscription);
    }
    EventPattern pattern = parsed.pattern().get();
    List<Json> messages = messages(step);
    Set<Truth> answers = new LinkedHashSet<>();
    messages.forEach(message -> answers.add(pattern.matches(message)));
    if (answers.equals(Set.of(Truth.YES))) {
      return Judgement.pass();
    }
    return answers.equals(Set.of(Truth.NO))
        ? Judgement.fail(
            "its filter policy keeps the alarm's messages out, because of `"
                + String.join("`, `", pattern.obstacles(messages.get(0)))
                + "`",
            Labels.at(policy, subscription))
        : Judgement.unknown(
            "whether its filter policy lets the alarm's messages through is not known",
            policy,
            subscription);
  }

  /** What the alarms say that act on the topic; of an alarm that is not shown, little is known. */
  private static List<Json> messages(Step step) {
    ResourceGraph graph = step.graph();
    JsonAdapter values = new JsonAdapter(graph);
    List<Json> messages = new ArrayList<>();
    for (String type : ALARMS) {
      for (Resource alarm : graph.ofType(type)) {
        if (graph.namesAny(alarm.property("actions"), step.before()) == Truth.YES) {
          messages.add(message(values.given(graph.property(alarm, "name"))));
        }
      }
    }
    if (messages.isEmpty()) {
      messages.add(message(new Json.Unknown("not in this input")));
    }
    return messages;
  }

  private static Json message(Json name) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("AlarmName", name);
    members.put("NewStateValue", new Json.Str("ALARM"));
    return new Json.Obj(members, false);
  }
}
