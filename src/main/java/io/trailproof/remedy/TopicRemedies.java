package io.trailproof.remedy;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes a topic take what an alarm publishes, and somebody hear it. */
final class TopicRemedies {
  private static final String TOPIC = "aws.sns.Topic";
  private static final String POLICY = "aws.sns.TopicPolicy";
  private static final String SUBSCRIPTION = "aws.sns.Subscription";

  private TopicRemedies() {}

  /** Adds a topic of its own to what is changed. */
  static Optional<ResourceId> newTopic(
      Breach breach, FreshNames names, Resource beside, List<Alteration> changes) {
    Optional<ResourceId> id = names.id(TOPIC, breach.rule().id(), beside);
    id.ifPresent(
        one ->
            changes.add(
                new Alteration.Add(
                    one,
                    TOPIC,
                    beside.id(),
                    Map.of("name", Canonical.text(names.text(breach.rule().id()))))));
    return id;
  }

  /** A topic of its own among the actions of the alarm before; whoever uses the other keeps it. */
  static Optional<Remedy> addBeside(Breach breach, FreshNames names, Wishes wishes) {
    Resource alarm = breach.previous().filter(one -> one.has("actions")).orElse(null);
    if (alarm == null) {
      return Optional.empty();
    }
    List<Alteration> changes = new ArrayList<>();
    return newTopic(breach, names, alarm, changes)
        .map(
            id -> {
              changes.add(
                  new Alteration.Set(alarm.id(), "actions", AlarmRemedies.withAction(alarm, id)));
              return Remedies.one(breach, changes);
            });
  }

  /** A topic of its own where nobody can subscribe to the one on the path. */
  static Optional<Remedy> otherTopic(Breach breach, FreshNames names, Wishes wishes) {
    Resource topic = breach.previous().filter(one -> one.type().equals(TOPIC)).orElse(null);
    if (topic == null) {
      return Optional.empty();
    }
    return breach.graph().resources().stream()
        .filter(one -> one.existence() == Existence.MANAGED)
        .filter(one -> breach.graph().namesAny(one.property("actions"), topic) == Truth.YES)
        .findFirst()
        .flatMap(
            alarm -> {
              List<Alteration> changes = new ArrayList<>();
              return newTopic(breach, names, alarm, changes)
                  .map(
                      id -> {
                        changes.add(
                            new Alteration.Set(
                                alarm.id(), "actions", AlarmRemedies.withAction(alarm, id)));
                        return Remedies.one(breach, changes);
                      });
            });
  }

  /** A statement more in the policy that the topic has, or a policy where it has none (F89). */
  static Optional<Remedy> letPublish(Breach breach, FreshNames names, Wishes wishes) {
    Resource topic =
        breach.resource().filter(one -> one.existence() == Existence.MANAGED).orElse(null);
    if (topic == null) {
      return Optional.empty();
    }
    Optional<Resource> policy =
        breach.graph().ofType(POLICY).stream()
            .filter(one -> breach.graph().namesAny(one.property("topics"), topic) == Truth.YES)
            .findFirst();
    Resource holder = policy.orElse(topic);
    boolean isOwn = policy.isEmpty() && topic.has("policy"); // which cannot refer to itself
    Value statement =
        Canonical.allow(
            breach.publisher(),
            List.of("sns:Publish"),
            isOwn ? Canonical.text("*") : Canonical.reference(topic, "arn"));
    if (policy.isPresent() || topic.has("policy")) {
      return Policies.with(breach.graph().property(holder, "policy"), statement)
          .map(
              changed ->
                  Remedies.one(
                      breach, List.of(new Alteration.Set(holder.id(), "policy", changed))));
    }
    return names
        .id(POLICY, breach.rule().id(), topic)
        .map(
            id -> {
              Map<String, Value> properties = new LinkedHashMap<>();
              Value arn = Canonical.reference(topic, "arn");
              boolean takesOne = topic.dialect() == Dialect.TERRAFORM;
              properties.put("topics", takesOne ? arn : Canonical.list(arn));
              properties.put("policy", Canonical.policy(statement));
              return Remedies.one(
                  breach, List.of(new Alteration.Add(id, POLICY, topic.id(), properties)));
            });
  }

  /** A topic that takes messages as large as others do, to which people can subscribe (F248). */
  static Optional<Remedy> takeCommonMessages(Breach breach, FreshNames names, Wishes wishes) {
    return breach
        .previous()
        .filter(topic -> topic.type().equals(TOPIC) && topic.has("messageSize"))
        .map(
            topic ->
                Remedies.one(breach, List.of(new Alteration.Unset(topic.id(), "messageSize"))));
  }

  /** Somebody who hears what the topic is told; who that is only the user knows. */
  static Optional<Remedy> subscribe(Breach breach, FreshNames names, Wishes wishes) {
    Resource topic =
        List.of(breach.previous(), breach.resource()).stream()
            .flatMap(Optional::stream)
            .filter(one -> one.type().equals(TOPIC))
            .findFirst()
            .orElse(null);
    if (topic == null) {
      return Optional.empty();
    }
    String email = wishes.of(Remedy.Ask.EMAIL).orElse(null);
    if (email == null) {
      return Optional.of(new Remedy(breach.requirement(), List.of(), List.of(Remedy.Ask.EMAIL)));
    }
    return names
        .id(SUBSCRIPTION, breach.rule().id(), topic)
        .map(
            id -> {
              Map<String, Value> properties = new LinkedHashMap<>();
              properties.put("topic", new Value.Reference(topic.id(), "arn", Origin.NOWHERE));
              properties.put("protocol", Canonical.text("email"));
              properties.put("endpoint", Canonical.text(email));
              return Remedies.one(
                  breach, List.of(new Alteration.Add(id, SUBSCRIPTION, topic.id(), properties)));
            });
  }
}
