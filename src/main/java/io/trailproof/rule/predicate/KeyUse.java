package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyText;
import io.trailproof.aws.policy.Request;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.JsonAdapter;
import io.trailproof.rule.adapter.Publisher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a service may use the key that a resource is encrypted with (F24, F33, F91, F92, F135).
 *
 * @param context the condition keys of the request
 */
record KeyUse(
    Step step, PolicyText service, List<String> actions, Map<String, PolicyText> context) {
  static final Map<String, PolicyText> NO_CONTEXT = Map.of();
  private static final String MANAGED = "alias/aws/";
  private static final List<String> ACTIONS = List.of("kms:GenerateDataKey", "kms:Decrypt");

  KeyUse(Step step, String service, List<String> actions, Map<String, PolicyText> context) {
    this(step, PolicyText.of(service), actions, context);
  }

  Judgement judge(Value value, Resource holder, String property) {
    return judge(value, holder, property, Optional.of(holder));
  }

  /**
   * The judgement.
   *
   * @param by what uses the key where it is; empty where that is not in the input
   */
  private Judgement judge(Value value, Resource holder, String property, Optional<Resource> by) {
    Value resolved = step.graph().resolve(value);
    if (isManaged(resolved)) {
      return managed(resolved, value, holder);
    }
    Optional<Resource> alias = named(step.graph(), "aws.kms.Alias", value);
    if (alias.isPresent()) {
      return by.map(one -> SamePlace.region(step.graph(), alias.get(), one))
          .orElse(Judgement.pass())
          .and(alias(alias.get(), value, holder));
    }
    return named(step.graph(), "aws.kms.Key", value)
        .map(key -> key(key, by))
        .orElseGet(
            () ->
                Judgement.unknown(Shown.unknown(step, holder, property, resolved), value, holder));
  }

  private Judgement alias(Resource alias, Value value, Resource holder) {
    Value name = step.graph().property(alias, "name");
    if (isManaged(name)) {
      return managed(name, value, holder);
    }
    Value target = alias.property("key");
    return named(step.graph(), "aws.kms.Key", target)
        .map(key -> key(key, Optional.of(alias)))
        .orElseGet(() -> Judgement.unknown(Shown.unknown(step, alias, "key", target)));
  }

  private static boolean isManaged(Value value) {
    Optional<String> text = ending(value);
    return text.isPresent()
        && (text.get().startsWith(MANAGED) || text.get().contains(":" + MANAGED));
  }

  /** The text, or what an ARN whose Region or account is open ends in. */
  private static Optional<String> ending(Value value) {
    return value instanceof Value.Template template
        ? template.parts().get(template.parts().size() - 1).asText()
        : value.asText();
  }

  /** F91: the policy of a key that AWS manages cannot be changed. */
  private static Judgement managed(Value name, Value value, Resource holder) {
    String text = ending(name).orElse("");
    return Judgement.fail(
        "the policy of the key that AWS manages, `"
            + text.substring(text.indexOf(MANAGED))
            + "`, lets no other service use it",
        Labels.at(value, holder));
  }

  private static Optional<Resource> named(ResourceGraph graph, String type, Value value) {
    return ResourceIndex.of(graph).named(type, value).stream().findFirst();
  }

  /** A key is used in its own Region only, by what names it there. */
  private Judgement key(Resource key, Optional<Resource> by) {
    return by.map(one -> SamePlace.region(step.graph(), key, one))
        .orElse(Judgement.pass())
        .and(set(key, "enabled", "true"))
        .and(set(key, "spec", "SYMMETRIC_DEFAULT"))
        .and(set(key, "usage", "ENCRYPT_DECRYPT"))
        .and(material(key))
        .and(policy(key));
  }

  /** F211: the material of a key may have to be brought, and then is not there at first. */
  private Judgement material(Resource key) {
    Value origin = step.graph().property(key, "origin");
    if (origin.asText().filter("AWS_KMS"::equals).isPresent()) {
      return Judgement.pass();
    }
    boolean isNew = key.existence() == Existence.MANAGED && !key.isUnchanged();
    return isNew && origin.asText().filter("EXTERNAL"::equals).isPresent()
        ? Judgement.fail(
            "key `" + key.address() + "` has no material of its own, and waits for one",
            Labels.at(origin, key))
        : Judgement.unknown(
            "whether key `" + key.address() + "` has its material is not known", origin, key);
  }

  private Judgement set(Resource key, String property, String wanted) {
    Value value = step.graph().property(key, property);
    Optional<String> text = value.asText();
    if (text.isEmpty()) {
      return Judgement.unknown(Shown.unknown(step, key, property, value), value, key);
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

  private Judgement policy(Resource key) {
    Value policy = step.graph().property(key, "policy");
    Resource holder = key;
    Judgement placed = Judgement.pass();
    for (Map.Entry<Resource, Truth> one :
        ResourceIndex.of(step.graph()).referrers("aws.kms.KeyPolicy", "key", key).entrySet()) {
      if (one.getValue() != Truth.YES) {
        return Judgement.unknown("`" + one.getKey().address() + "` may be the policy of the key");
      }
      holder = one.getKey();
      placed = placed.and(SamePlace.attached(step.graph(), holder, key));
      policy = step.graph().property(holder, "policy");
    }
    if (policy.isAbsent()) {
      return Judgement.fail(
          "key `" + key.address() + "` has the default policy, which lets no service use it",
          Labels.at(policy, key));
    }
    if (policy instanceof Value.Unknown) {
      return Judgement.unknown(Shown.unknown(step, holder, "policy", policy), policy, holder);
    }
    Judgement all = placed;
    for (String action : actions) {
      all = all.and(permission(key, holder, policy, action));
    }
    return all;
  }

  private Judgement permission(Resource key, Resource holder, Value policy, String action) {
    JsonAdapter values = new JsonAdapter(step.graph());
    Request request = Request.of(service, action, values.arn(key));
    for (Map.Entry<String, PolicyText> one : context.entrySet()) {
      request = request.with(one.getKey(), one.getValue());
    }
    Decision decision = values.policy(policy).ofKey().decide(Mode.RESOURCE, request);
    return switch (decision.outcome()) {
      case ALLOWED -> Judgement.pass();
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY, REFUSED ->
          Judgement.fail(
              "key `"
                  + key.address()
                  + "` does not allow `"
                  + action
                  + "`: "
                  + decision.explanation(),
              Labels.at(policy, holder));
      case UNKNOWN -> Judgement.unknown(decision.explanation(), policy, holder);
    };
  }

  /** The key of a log group, if it has one, may be used by CloudWatch Logs (F33). */
  static Judgement logsEncrypt(Step step) {
    Resource group = step.resource();
    Value key = group.property("kmsKey");
    if (key.isAbsent() || group.existence() != Existence.MANAGED) {
      return Judgement.pass(); // what exists already was accepted
    }
    Judgement named = Naming.of(step, group, "kmsKey"); // F135: an id or an alias is refused
    if (named.verdict() != Verdict.PASS) {
      return named;
    }
    PolicyText region = new JsonAdapter(step.graph()).region(group);
    PolicyText regional = PolicyText.of("logs.").then(region).then(".amazonaws.com");
    Judgement judgement = useByLogs(step, regional);
    if (judgement.verdict() != Verdict.FAIL) {
      return judgement.verdict() == Verdict.PASS ? judgement : letsLogs(group);
    }
    // No text says how the name is spelt in China (F136), nor that the one without Region does not
    // do.
    boolean perhaps =
        Stream.of(regional.then(".cn"), PolicyText.of("logs.amazonaws.com"))
            .filter(name -> !name.equals(regional.then(".cn")) || mayBeChina(region))
            .anyMatch(name -> useByLogs(step, name).verdict() != Verdict.FAIL);
    return perhaps
        ? letsLogs(group)
        : Judgement.fail(
            judgement.why() + ", and the API will refuse the key",
            judgement.labels().toArray(new Label[0]));
  }

  private static boolean mayBeChina(PolicyText region) {
    return region.known().map(name -> name.startsWith("cn-")).orElse(true);
  }

  private static Judgement useByLogs(Step step, PolicyText service) {
    Resource group = step.resource();
    JsonAdapter values = new JsonAdapter(step.graph());
    return new KeyUse(
            step,
            service,
            ACTIONS,
            Map.of(
                "kms:EncryptionContext:aws:logs:arn", values.arn(group),
                "aws:SourceArn", values.arn(group),
                "aws:SourceAccount", values.account(group)))
        .judge(group.property("kmsKey"), group, "kmsKey");
  }

  private static Judgement letsLogs(Resource group) {
    return Judgement.passIf(
        new Assumption(
            Assumed.LOG_GROUP_KEY,
            "the key, which cannot be read whole here, lets CloudWatch Logs use it (F33)",
            group.address()));
  }

  /** The key that a queue is encrypted with, if any, may be used by the topic before it (F191). */
  static Judgement sendToQueue(Step step, Resource queue) {
    Value value = queue.property("kmsKey");
    return value.isAbsent() || queue.existence() != Existence.MANAGED
        ? Judgement.pass()
        : new KeyUse(step, "sns.amazonaws.com", ACTIONS, of(step, step.before()))
            .judge(value, queue, "kmsKey");
  }

  /** What a service says of the resource that it acts for. */
  private static Map<String, PolicyText> of(Step step, Resource source) {
    JsonAdapter values = new JsonAdapter(step.graph());
    return Map.of("aws:SourceArn", values.arn(source), "aws:SourceAccount", values.account(source));
  }

  /**
   * The key that a trail is encrypted with, if any, may be used by CloudTrail (F119); it has to be
   * where the bucket is.
   */
  static Judgement ofTrail(Step step, Optional<Resource> bucket) {
    Resource trail = step.resource();
    Value value = trail.property("kmsKey");
    Map<String, PolicyText> context = new LinkedHashMap<>(of(step, trail));
    context.put(
        "kms:EncryptionContext:aws:cloudtrail:arn", new JsonAdapter(step.graph()).arn(trail));
    return value.isAbsent()
        ? Judgement.pass()
        : new KeyUse(step, "cloudtrail.amazonaws.com", List.of("kms:GenerateDataKey"), context)
            .judge(value, trail, "kmsKey", bucket);
  }

  /** The key that a topic is encrypted with, if any, may be used by who publishes (F91, F92). */
  static Judgement publish(Step step, Map<String, String> arguments) {
    return publish(step, Publisher.of(step, arguments));
  }

  static Judgement publish(Step step, Publisher publisher) {
    Resource topic = step.resource();
    Value value = topic.property("kmsKey");
    return value.isAbsent()
        ? Judgement.pass()
        : new KeyUse(step, publisher.service(), ACTIONS, publisher.context())
            .judge(value, topic, "kmsKey");
  }
}
