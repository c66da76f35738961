package io.trailproof.rule.predicate;

import io.trailproof.aws.eventpattern.Answer;
import io.trailproof.aws.eventpattern.EventPattern;
import io.trailproof.aws.eventpattern.Tree;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Sameness;
import io.trailproof.graph.Value;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A filter policy on the body of the messages that the alarms of a topic publish (F96). */
record BodyFilter(Step step) {
  private static final List<String> ALARMS =
      List.of("aws.cloudwatch.Alarm", "aws.cloudwatch.CompositeAlarm");

  Judgement judge(Value policy) {
    Resource subscription = step.resource();
    Optional<Tree> tree = new Trees(step.graph()).document(policy);
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
    List<Tree> messages = messages();
    Set<Answer> answers = new LinkedHashSet<>();
    messages.forEach(message -> answers.add(pattern.matches(message)));
    if (answers.equals(Set.of(Answer.YES))) {
      return Judgement.pass();
    }
    return answers.equals(Set.of(Answer.NO))
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
  private List<Tree> messages() {
    ResourceGraph graph = step.graph();
    List<Tree> messages = new ArrayList<>();
    for (String type : ALARMS) {
      for (Resource alarm : graph.ofType(type)) {
        if (graph.namesAny(alarm.property("actions"), step.before()) == Sameness.SAME) {
          messages.add(message(graph.property(alarm, "name").asText()));
        }
      }
    }
    if (messages.isEmpty()) {
      messages.add(message(Optional.empty()));
    }
    return messages;
  }

  private static Tree message(Optional<String> alarm) {
    Map<String, Tree> members = new LinkedHashMap<>();
    members.put("AlarmName", alarm.map(Tree::text).orElse(Tree.unknown()));
    members.put("NewStateValue", Tree.text("ALARM"));
    return new Tree.Members(members, false);
  }
}
