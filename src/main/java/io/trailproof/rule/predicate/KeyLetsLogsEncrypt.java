package io.trailproof.rule.predicate;

import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.JsonAdapter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The key of a log group, if it has one, may be used by CloudWatch Logs (F33). */
final class KeyLetsLogsEncrypt implements Predicate {
  private static final List<String> ACTIONS = List.of("kms:GenerateDataKey", "kms:Decrypt");

  @Override
  public String name() {
    return "key-lets-logs-encrypt";
  }

  @Override
  public String description() {
    return "the log group has no key of its own, or one that CloudWatch Logs may use";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource group = step.resource();
    Value key = group.property("kmsKey");
    if (key.isAbsent() || group.existence() != Existence.MANAGED) {
      return Judgement.pass(); // what exists already was accepted
    }
    Optional<String> region = step.graph().resolve(group.place().region()).asText();
    if (region.isEmpty()) {
      return assumed(group);
    }
    Judgement judgement = use(step, "logs." + region.get() + ".amazonaws.com");
    return switch (judgement.verdict()) {
      case PASS -> judgement;
      case UNKNOWN -> assumed(group);
      case FAIL ->
          // No text says that the name without Region does not do.
          use(step, "logs.amazonaws.com").verdict() == Verdict.PASS
              ? assumed(group)
              : Judgement.fail(
                  judgement.why() + ", and the API will refuse the key",
                  judgement.labels().toArray(new Label[0]));
    };
  }

  private static Judgement use(Step step, String service) {
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

  private static Judgement assumed(Resource group) {
    return Judgement.passIf(
        new Assumption(
            "log-group-key",
            "the key, which cannot be read whole here, lets CloudWatch Logs use it (F33)",
            group.address()));
  }
}
