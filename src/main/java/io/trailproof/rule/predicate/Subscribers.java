package io.trailproof.rule.predicate;

import io.trailproof.graph.Arn;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

  private static final Set<String> MACHINES = Set.of("sqs", "lambda", "firehose", "application");

  /** Domains that templates write as a default where an address of one's own belongs. */
  private static final Set<String> PLACEHOLDERS =
      Set.of("example.com", "example.org", "example.net", "foobar.com");

  /** Words that ask for an address, and numbers of one digit. */
  private static final Pattern STAND_IN =
      Pattern.compile(
          "[<>]|\\b(?:your|change-?me|placeholder|replace-?me)\\b"
              + "|\\byour[-_.]?(?:e?mail|name|company|domain|org|team|address)"
              + "|^\\+?(\\d)\\1{5,}$");

  private static final Set<String> ASKED = Set.of("email", "email-json", "http", "https");

  private Subscribers() {}

  /** A subscription delivers what an alarm publishes, to somebody who confirmed it (F94–F96). */
  static Judgement receives(Step step, Map<String, String> arguments) {
    Resource subscription = step.resource();
    return FilterPolicy.judge(
            step, subscription, !arguments.getOrDefault("message", "alarm").equals("alarm"))
        .and(fifo(step, subscription))
        .and(protocol(step, subscription))
        .and(isConfirmed(step));
  }

  /** F97: a FIFO topic delivers to queues only. */
  private static Judgement fifo(Step step, Resource subscription) {
    Value fifo = step.graph().property(step.before(), "fifo");
    Value protocol = step.graph().property(subscription, "protocol");
    boolean toQueue = protocol.asText().filter("sqs"::equals).isPresent();
    return fifo.asText().filter("true"::equals).isEmpty() || !protocol.isKnown() || toQueue
        ? Judgement.pass()
        : Judgement.fail(
            "a FIFO topic delivers to queues only, not to " + Shown.of(protocol),
            Labels.at(protocol, subscription));
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
    if (subscription.dialect() == Dialect.CLOUDFORMATION && isPlaceholder(endpoint)) {
      return Judgement.unknown("the endpoint looks like a placeholder", endpoint, subscription);
    }
    return MACHINES.contains(word.get()) ? MachineAccess.takes(step, word.get()) : Judgement.pass();
  }

  /** F179: whoever owns an endpoint confirms what the owner of the topic subscribes it to. */
  private static boolean isOfAnotherAccount(Step step, Resource subscription) {
    return Arn.parse(step.graph().property(subscription, "endpoint"))
        .filter(arn -> step.graph().same(arn.account(), subscription.place().account()) == Truth.NO)
        .isPresent();
  }

  private static boolean isPlaceholder(Value endpoint) {
    Optional<String> text = endpoint.asText().map(word -> word.toLowerCase(Locale.ROOT));
    return text.isPresent()
        && (PLACEHOLDERS.contains(text.get().substring(text.get().indexOf('@') + 1))
            || STAND_IN.matcher(text.get()).find());
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
                "subscriber-confirms",
                asked
                    ? "the subscriber confirms the subscription (F94)"
                    : "the owner of the endpoint, in another account, confirms the subscription"
                          + " (F179)",
                subscription.address()))
        : Judgement.pass();
  }
}
