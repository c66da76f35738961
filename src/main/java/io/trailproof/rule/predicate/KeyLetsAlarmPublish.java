package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Parameter;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.Publisher;
import java.util.List;
import java.util.Map;

/** The key that a topic is encrypted with, if any, may be used by who publishes (F91, F92). */
final class KeyLetsAlarmPublish implements Predicate {
  private static final List<String> ACTIONS = List.of("kms:GenerateDataKey", "kms:Decrypt");

  @Override
  public String name() {
    return "key-lets-alarm-publish";
  }

  @Override
  public String description() {
    return "the topic is not encrypted, or with a key that CloudWatch alarms, or the `service`"
        + " named, may use";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.optional("service"));
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource topic = step.resource();
    Value value = topic.property("kmsKey");
    Publisher publisher = Publisher.of(step, arguments);
    return value.isAbsent()
        ? Judgement.pass()
        : new KeyUse(step, publisher.service(), ACTIONS, publisher.context())
            .judge(value, topic, "kmsKey");
  }
}
