package io.trailproof.trace;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether a topic takes what an alarm publishes (F79, F89 to F92, F97, F155). */
record TopicStep(Surroundings around) {
  private static final String SERVICE = "cloudwatch.amazonaws.com";

  /** The key that AWS manages for SNS, which alarms cannot use (F91). */
  private static final String MANAGED_KEY = "alias/aws/sns";

  /** More than any message of an alarm has (F248). */
  private static final BigDecimal LARGE = BigDecimal.valueOf(32_768);

  /** What a topic takes where nothing else is said, and every subscriber with it. */
  private static final BigDecimal USUAL = BigDecimal.valueOf(262_144);

  /** What a topic makes of the message of an alarm. */
  Sayings of(Resource topic, Resource alarm, Value action, Truth named) {
    Sayings said = around.of(topic);
    said.unless(named, "whether the action names it cannot be told");
    if (topic.existence() == Existence.NAMED) {
      return said;
    }
    around.apart(around.inOneRegion(alarm, topic), "the alarm", said);
    if (around.readings().isNoArn(action)) {
      said.no("the action names it by something else than its ARN, and the API refuses that");
    }
    name(topic, said);
    Truth lets = new PublishPermission(around).lets(topic, alarm, SERVICE);
    said.unless(
        lets,
        lets.isNo()
            ? "its policy does not let CloudWatch publish"
            : "whether its policy lets CloudWatch publish cannot be told");
    key(topic, alarm, said);
    boolean guarded =
        topic.has("dataProtectionPolicy")
            || !around.naming("aws.sns.DataProtectionPolicy", "topic", topic).isEmpty();
    if (guarded) {
      said.unknown("what its data protection policy denies is not followed here");
    }
    Partial<String> size = around.readings().text(topic, "messageSize");
    if (!size.isUnset()
        && size.toOptional()
            .flatMap(Readings::decimal)
            .filter(one -> one.compareTo(LARGE) >= 0 && one.compareTo(USUAL) <= 0)
            .isEmpty()) {
      said.unknown("whether it takes messages of that size cannot be told");
    }
    if (said.passes().isYes()) {
      said.yes("it takes the message of the alarm");
    }
    return said;
  }

  private void name(Resource topic, Sayings said) {
    Truth fifo = around.readings().flag(topic, "fifo", false);
    if (!fifo.isNo()) {
      said.unknown("whether an alarm can publish to a FIFO topic no text says");
    }
    Optional<String> name = around.readings().text(topic, "name").toOptional();
    Value written = around.graph().property(topic, "name");
    boolean endsInFifo = around.written().text(written).endsWith(".fifo");
    if (name.filter(text -> !text.matches("[A-Za-z0-9_-]{1,256}(\\.fifo)?")).isPresent()
        || (endsInFifo && fifo.isNo())) {
      said.no("the API refuses its name");
    }
  }

  private void key(Resource topic, Resource alarm, Sayings said) {
    Value key = topic.property("kmsKey");
    if (FilterStep.isNothing(around.graph().resolve(key))) {
      return;
    }
    Optional<String> text = around.graph().resolve(key).asText();
    if (text.filter(one -> one.endsWith(MANAGED_KEY)).isPresent()) {
      said.no("it is encrypted with the key that AWS manages, which alarms cannot use");
      return;
    }
    Truth lets =
        new KeyAccess(around)
            .lets(key, SERVICE, List.of("kms:GenerateDataKey", "kms:Decrypt"), alarm);
    said.unless(
        lets,
        lets.isNo()
            ? "the policy of its key does not let CloudWatch use it"
            : "whether its key lets CloudWatch use it cannot be told");
  }
}
