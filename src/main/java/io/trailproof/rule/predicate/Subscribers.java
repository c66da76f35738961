package io.trailproof.rule.predicate;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Arn;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a subscription brings what is published to somebody (F94–F97). */
final class Subscribers {
  private static final Set<String> PROTOCOLS =
      Set.of(
          "http",
          "https",
          "email",
          "email-json",
          "sms",
          "sqs",
          "application",
          "lambda",
          "firehose");

  /** Those whose messages may come without the envelope (F181). */
  private static final Set<String> RAW = Set.of("http", "https", "sqs", "firehose");

  private static final Set<String> MACHINES = Set.of("sqs", "lambda", "firehose", "application");

  private static final Set<String> ASKED = Set.of("email", "email-json", "http", "https");

  private Subscribers() {}

  /** A subscription delivers what an alarm publishes, to somebody who confirmed it (F94–F96). */
  static Judgement receives(Step step, Map<String, String> arguments) {
    Resource subscription = step.resource();
    return FilterPolicy.judge(
            step, subscription, !arguments.getOrDefault("message", "alarm").equals("alarm"))
        .and(fifo(step, subscription))
        .and(TopicMessages.takesSubscriber(step, subscription))
        .and(rawDelivery(step, subscription))
        .and(protocol(step, subscription))
        .and(isConfirmed(step));
  }

  /** F231: chat channels make a message of their own of what they know, and log alarms are new. */
  static Judgement showsLogAlarms(Step step) {
    return step.resource().type().equals("aws.chatbot.ChannelConfiguration")
        ? Judgement.unknown("no text says whether a chat channel shows log alarms")
        : Judgement.pass();
  }

  /** F97, F189: a FIFO topic delivers to queues only, and a FIFO queue takes from one only. */
  private static Judgement fifo(Step step, Resource subscription) {
    Value protocol = step.graph().property(subscription, "protocol");
    Optional<String> word = protocol.asText();
    Truth ordered = FifoNames.isFifo(step.graph(), step.before());
    boolean toQueue = word.filter("sqs"::equals).isPresent();
    if (ordered == Truth.YES && word.isPresent() && !toQueue) {
      return Judgement.fail(
          "a FIFO topic delivers to queues only, not to " + Shown.of(protocol),
          Labels.at(protocol, subscription));
    }
    Value endpoint = subscription.property("endpoint");
    return toQueue && ordered == Truth.NO && FifoNames.leadsToOne(step.graph(), endpoint)
        ? Judgement.fail(
            "a FIFO queue cannot subscribe to a standard topic, the API will refuse it",
            Labels.at(endpoint, subscription))
        : Judgement.pass();
  }

  private static Judgement protocol(Step step, Resource subscription) {
    Value protocol = step.graph().property(subscription, "protocol");
    Optional<String> word = protocol.asText();
    if (word.isEmpty()) {
      return protocol.isAbsent()
          ? Judgement.fail("it has no protocol", Labels.at(protocol, subscription))
          : Judgement.unknown(Shown.unknown(step, "protocol", protocol), protocol, subscription);
    }
    if (!PROTOCOLS.contains(word.get())) {
      return Judgement.fail(
          "there is no protocol " + Shown.of(protocol) + ", the API will refuse it",
          Labels.at(protocol, subscription));
    }
    Value endpoint = step.graph().property(subscription, "endpoint");
    if (endpoint.isAbsent()) {
      return Judgement.fail("it has no endpoint", Labels.at(endpoint, subscription));
    }
    return endpoint
            .asText()
            .filter(text -> text.isBlank() || step.catalog().standIns().isOne(text))
            .isPresent()
        ? standIn(endpoint, subscription)
        : Endpoints.judge(step, word.get(), endpoint)
            .and(
                MACHINES.contains(word.get())
                    ? MachineAccess.takes(step, word.get())
                    : Judgement.pass());
  }

  /** F179: whoever owns an endpoint confirms what the owner of the topic subscribes it to. */
  private static boolean isOfAnotherAccount(Step step, Resource subscription) {
    return Arn.parse(step.graph().property(subscription, "endpoint"))
        .filter(arn -> step.graph().same(arn.account(), subscription.place().account()) == Truth.NO)
        .isPresent();
  }

  private static Judgement standIn(Value endpoint, Resource subscription) {
    return Judgement.unknown(
        "the endpoint " + Shown.of(endpoint) + " is a stand-in for an address of one's own",
        endpoint,
        subscription);
  }

  /** F181: for other protocols the API refuses it, and CloudFormation passes on even a false. */
  private static Judgement rawDelivery(Step step, Resource subscription) {
    Value raw = step.graph().property(subscription, "rawDelivery");
    Value protocol = step.graph().property(subscription, "protocol");
    Optional<String> word = protocol.asText();
    boolean takes = word.isEmpty() || RAW.contains(word.get()) || !PROTOCOLS.contains(word.get());
    if (takes || raw.isAbsent() || subscription.existence() != Existence.MANAGED) {
      return Judgement.pass();
    }
    boolean passedOn =
        subscription.dialect() == Dialect.CLOUDFORMATION && !(raw instanceof Value.Choice);
    Optional<String> set = raw.asText();
    if (passedOn || set.filter("true"::equals).isPresent()) {
      return Judgement.fail(
          "`"
              + Shown.spelt(step, subscription, "rawDelivery")
              + "` does not go with the protocol "
              + Shown.of(protocol)
              + ", the API will refuse it",
          Labels.at(raw, subscription));
    }
    return set.isPresent()
        ? Judgement.pass()
        : Judgement.unknown(Shown.unknown(step, "rawDelivery", raw), raw, subscription);
  }

  /**
   * A subscription has been confirmed, or will be where that is its protocol's way: audits ask for
   * one with an ARN, which one that waits has not (F94).
   */
  static Judgement isConfirmed(Step step) {
    Resource subscription = step.resource();
    Value pending = step.graph().property(subscription, "pending");
    Optional<String> word = pending.asText();
    if (word.filter("true"::equals).isPresent()) {
      return Judgement.fail("nobody has confirmed it yet", Labels.at(pending, subscription));
    }
    Value protocol = step.graph().property(subscription, "protocol");
    boolean asked = !protocol.isKnown() || ASKED.contains(protocol.asText().orElse(""));
    return word.isEmpty() && (asked || isOfAnotherAccount(step, subscription))
        ? Judgement.passIf(
            new Assumption(
                Assumed.SUBSCRIBER_CONFIRMS,
                asked
                    ? "the subscriber confirms the subscription (F94)"
                    : "the owner of the endpoint, in another account, confirms the subscription"
                        + " (F179)",
                subscription.address()))
        : Judgement.pass();
  }
}
