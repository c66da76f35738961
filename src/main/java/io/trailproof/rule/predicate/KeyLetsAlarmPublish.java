package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.Request;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Sameness;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The key that a topic is encrypted with, if any, may be used by CloudWatch alarms (F91, F92). */
final class KeyLetsAlarmPublish implements Predicate {
  private static final String SERVICE = "cloudwatch.amazonaws.com";
  private static final String MANAGED = "alias/aws/sns";
  private static final List<String> ACTIONS = List.of("kms:GenerateDataKey", "kms:Decrypt");

  @Override
  public String name() {
    return "key-lets-alarm-publish";
  }

  @Override
  public String description() {
    return "the topic is not encrypted, or with a key that CloudWatch alarms may use";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource topic = step.resource();
    Value value = topic.property("kmsKey");
    if (value.isAbsent()) {
      return Judgement.pass();
    }
    Value resolved = step.graph().resolve(value);
    if (isManaged(resolved)) {
      return managed(value, topic);
    }
    Optional<Resource> alias = named(step.graph(), "aws.kms.Alias", value);
    if (alias.isPresent()) {
      return alias(step, alias.get(), value, topic);
    }
    return named(step.graph(), "aws.kms.Key", value)
        .map(key -> key(step, key))
        .orElseGet(
            () ->
                Judgement.unknown(
                    Shown.unknown(step, "kmsKey", resolved), Labels.at(value, topic)));
  }

  private static Judgement alias(Step step, Resource alias, Value value, Resource topic) {
    if (isManaged(step.graph().property(alias, "name"))) {
      return managed(value, topic);
    }
    Value target = alias.property("key");
    return named(step.graph(), "aws.kms.Key", target)
        .map(key -> key(step, key))
        .orElseGet(() -> Judgement.unknown(Shown.unknown(step, alias, "key", target)));
  }

  private static boolean isManaged(Value value) {
    Optional<String> text = value.asText();
    return text.isPresent() && (text.get().equals(MANAGED) || text.get().endsWith(":" + MANAGED));
  }

  private static Judgement managed(Value value, Resource topic) {
    return Judgement.fail(
        "the policy of the key that AWS manages, `" + MANAGED + "`, lets no alarm use it",
        Labels.at(value, topic));
  }

  private static Optional<Resource> named(ResourceGraph graph, String type, Value value) {
    return graph.ofType(type).stream()
        .filter(one -> graph.names(value, one) == Sameness.SAME)
        .findFirst();
  }

  private static Judgement key(Step step, Resource key) {
    return set(step, key, "enabled", "true")
        .and(set(step, key, "spec", "SYMMETRIC_DEFAULT"))
        .and(set(step, key, "usage", "ENCRYPT_DECRYPT"))
        .and(policy(step, key));
  }

  private static Judgement set(Step step, Resource key, String property, String wanted) {
    Value value = step.graph().property(key, property);
    Optional<String> text = value.asText();
    if (text.isEmpty()) {
      return Judgement.unknown(Shown.unknown(step, key, property, value), Labels.at(value, key));
    }
    return text.get().equals(wanted)
        ? Judgement.pass()
        : Judgement.fail(
            "`"
                + Shown.spelt(step, key, property)
                + "` of `"
                + key.address()
                + "` is "
                + Shown.of(value),
            Labels.at(value, key));
  }

  private static Judgement policy(Step step, Resource key) {
    Value policy = step.graph().property(key, "policy");
    Resource holder = key;
    for (Map.Entry<Resource, Sameness> one :
        step.graph().referrers("aws.kms.KeyPolicy", "key", key).entrySet()) {
      if (one.getValue() != Sameness.SAME) {
        return Judgement.unknown("`" + one.getKey().address() + "` may be the policy of the key");
      }
      holder = one.getKey();
      policy = step.graph().property(holder, "policy");
    }
    if (policy.isAbsent()) {
      return Judgement.fail(
          "key `" + key.address() + "` has the default policy, which lets no service use it",
          Labels.at(policy, key));
    }
    if (policy instanceof Value.Unknown) {
      return Judgement.unknown(
          Shown.unknown(step, holder, "policy", policy), Labels.at(policy, holder));
    }
    Judgement all = Judgement.pass();
    for (String action : ACTIONS) {
      all = all.and(permission(step, key, holder, policy, action));
    }
    return all;
  }

  private static Judgement permission(
      Step step, Resource key, Resource holder, Value policy, String action) {
    PolicyValues values = new PolicyValues(step.graph());
    Resource alarm = step.before();
    Decision decision =
        values
            .document(policy)
            .decide(
                Mode.RESOURCE,
                Request.of(SERVICE, action, values.arn(key))
                    .with("aws:SourceAccount", values.account(alarm))
                    .with("aws:SourceArn", values.arn(alarm)));
    return switch (decision.outcome()) {
      case ALLOWED -> Judgement.pass();
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY ->
          Judgement.fail(
              "key `"
                  + key.address()
                  + "` does not allow `"
                  + action
                  + "`: "
                  + decision.explanation(),
              Labels.at(policy, holder));
      case UNKNOWN -> Judgement.unknown(decision.explanation(), Labels.at(policy, holder));
    };
  }
}
