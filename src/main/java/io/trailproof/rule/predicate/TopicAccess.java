package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicyText;
import io.trailproof.aws.policy.Request;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.JsonAdapter;
import io.trailproof.rule.adapter.Publisher;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a topic takes what is published to it. */
final class TopicAccess {
  private static final String POLICY = "aws.sns.TopicPolicy";

  private TopicAccess() {}

  /** A topic is a standard one: what is published to a FIFO topic needs an id of its own (F97). */
  static Judgement takesAlarms(Step step) {
    Resource topic = step.resource();
    Value fifo = step.graph().property(topic, "fifo");
    Optional<String> word = fifo.asText();
    if (word.isEmpty()) {
      return FifoNames.isFifo(step.graph(), topic) == Truth.NO
          ? Judgement.pass()
          : Judgement.unknown(Shown.unknown(step, "fifo", fifo), fifo, topic);
    }
    if (!word.get().equals("true")) {
      return Judgement.pass();
    }
    boolean deduplicates =
        !step.graph().property(topic, "deduplication").asText().filter("false"::equals).isPresent();
    return deduplicates
        ? Judgement.unknown(
            "no text says whether an alarm can publish to a FIFO topic", fifo, topic)
        : Judgement.fail(
            "messages need a deduplication id, and alarms give none", Labels.at(fifo, topic));
  }

  /** The policy of a topic, if it has one of its own, lets CloudWatch alarms publish (F89, F90). */
  static Judgement letsPublish(Step step, Map<String, String> arguments) {
    return letsPublish(step, Publisher.of(step, arguments));
  }

  static Judgement letsPublish(Step step, Publisher publisher) {
    ResourceGraph graph = step.graph();
    Resource topic = step.resource();
    // In an order of their own, so that the same one is blamed wherever they stand.
    List<Map.Entry<Resource, Truth>> policies =
        ResourceIndex.of(graph).referrers(POLICY, "topics", topic).entrySet().stream()
            .sorted(Comparator.comparing(policy -> policy.getKey().address()))
            .toList();
    Judgement all = Judgement.pass();
    boolean replaced = false;
    for (Map.Entry<Resource, Truth> policy : policies) {
      Value document = policy.getKey().property("policy");
      Judgement one =
          SamePlace.attached(step.graph(), policy.getKey(), topic)
              .and(policyLets(step, document, policy.getKey(), publisher));
      one = one.and(Naming.of(step, policy.getKey(), "topics")); // F183
      replaced |= policy.getValue() == Truth.YES;
      all = all.and(policy.getValue() == Truth.YES ? one : perhaps(one, policy.getKey()));
    }
    if (replaced) {
      return all;
    }
    Judgement own = ownLets(step, publisher);
    return policies.isEmpty() || own.verdict() == Verdict.PASS
        ? own.and(all)
        : perhaps(own, policies.get(0).getKey());
  }

  /** What a topic's own policy says, or the default one where it has none (F89). */
  private static Judgement ownLets(Step step, Publisher publisher) {
    ResourceGraph graph = step.graph();
    Resource topic = step.resource();
    Value own = graph.property(topic, "policy");
    if (!own.isAbsent()) {
      return policyLets(step, own, topic, publisher);
    }
    if (graph.same(topic.place().account(), step.before().place().account()) == Truth.NO) {
      boolean isShown =
          topic.existence() == Existence.MANAGED
              && graph.gaps().stream().noneMatch(gap -> gap.mayHide(List.of(POLICY)));
      return isShown
          ? Judgement.fail(
              "the topic is in another account, and its default policy lets nobody else in",
              Labels.at(topic.property("name"), topic))
          : Judgement.unknown(
              "the topic is in another account, and a policy that lets the alarm in is not shown",
              own,
              topic);
    }
    return publisher.isAlarm()
        ? Judgement.pass()
        : Judgement.fail(
            "the topic has the default policy, which does not let `"
                + publisher.service()
                + "` publish",
            Labels.at(own, topic));
  }

  /** A policy that may belong to another topic can spoil a proof, but proves no fault. */
  private static Judgement perhaps(Judgement judgement, Resource policy) {
    return judgement.verdict() == Verdict.PASS
        ? judgement
        : Judgement.unknown("`" + policy.address() + "` may be the policy of the topic");
  }

  private static Judgement policyLets(
      Step step, Value value, Resource holder, Publisher publisher) {
    Value resolved = step.graph().resolve(value);
    if (resolved instanceof Value.Choice choice) {
      List<Judgement> each =
          choice.candidates().stream()
              .map(one -> policyLets(step, one, holder, publisher))
              .toList();
      return each.stream().map(Judgement::verdict).distinct().count() == 1
          ? each.get(0)
          : Judgement.unknown(Shown.unknown(step, holder, "policy", choice), choice, holder);
    }
    if (resolved instanceof Value.Unknown || resolved.isAbsent()) {
      return Judgement.unknown(Shown.unknown(step, holder, "policy", resolved), resolved, holder);
    }
    JsonAdapter values = new JsonAdapter(step.graph());
    PolicyDocument document = values.policy(resolved);
    Request request = Request.of(publisher.service(), "sns:Publish", values.arn(step.resource()));
    for (Map.Entry<String, PolicyText> one : publisher.context().entrySet()) {
      request = request.with(one.getKey(), one.getValue());
    }
    Decision decision = document.decide(Mode.RESOURCE, request);
    return switch (decision.outcome()) {
      case ALLOWED -> Judgement.pass();
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY, REFUSED ->
          Judgement.fail(decision.explanation(), Labels.at(resolved, holder));
      case UNKNOWN -> Judgement.unknown(decision.explanation(), resolved, holder);
    };
  }
}
