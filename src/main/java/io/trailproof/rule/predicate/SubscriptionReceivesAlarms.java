package io.trailproof.rule.predicate;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A subscription delivers what an alarm publishes, to somebody who confirmed it (F94–F96). */
final class SubscriptionReceivesAlarms implements Predicate {
  private static final Set<String> CONFIRMED = Set.of("email", "email-json", "http", "https");
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

  @Override
  public String name() {
    return "subscription-receives-alarms";
  }

  @Override
  public String description() {
    return "the subscription has a protocol and an endpoint, and no filter policy keeps alarms from it";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource subscription = step.resource();
    return filter(step, subscription)
        .and(protocol(step, subscription))
        .and(confirmation(step, subscription));
  }

  /** An alarm's message has no attributes, so a policy on attributes lets none through. */
  private static Judgement filter(Step step, Resource subscription) {
    Value policy = step.graph().property(subscription, "filterPolicy");
    boolean empty =
        policy.isAbsent() || policy.asText().map(String::strip).filter("{}"::equals).isPresent();
    if (empty) {
      return Judgement.pass();
    }
    if (!policy.isKnown() && !(policy instanceof Value.Fields)) {
      return Judgement.unknown(
          Shown.unknown(step, "filterPolicy", policy), Labels.at(policy, subscription));
    }
    Value scope = step.graph().property(subscription, "filterScope");
    boolean attributes = scope.asText().filter("MessageAttributes"::equals).isPresent();
    return attributes
        ? Judgement.fail(
            "its filter policy asks for message attributes, and alarm messages have none",
            Labels.at(policy, subscription))
        : Judgement.unknown(
            "its filter policy on the message body is not evaluated here",
            Labels.at(policy, subscription));
  }

  private static Judgement protocol(Step step, Resource subscription) {
    Value protocol = step.graph().property(subscription, "protocol");
    Optional<String> word = protocol.asText();
    if (word.isEmpty()) {
      return protocol.isAbsent()
          ? Judgement.fail("it has no protocol", Labels.at(protocol, subscription))
          : Judgement.unknown(
              Shown.unknown(step, "protocol", protocol), Labels.at(protocol, subscription));
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
      return Judgement.unknown(
          "the endpoint looks like a placeholder", Labels.at(endpoint, subscription));
    }
    return MACHINES.contains(word.get())
        ? Judgement.passIf(
            new Assumption(
                "endpoint-accepts",
                "the endpoint accepts what the topic sends (F95)",
                subscription.address()))
        : Judgement.pass();
  }

  private static boolean isPlaceholder(Value endpoint) {
    Optional<String> text = endpoint.asText();
    return text.isPresent()
        && PLACEHOLDERS.contains(
            text.get().substring(text.get().indexOf('@') + 1).toLowerCase(Locale.ROOT));
  }

  private static Judgement confirmation(Step step, Resource subscription) {
    Value pending = step.graph().property(subscription, "pending");
    Optional<String> word = pending.asText();
    if (word.filter("true"::equals).isPresent()) {
      return Judgement.fail("nobody has confirmed it yet", Labels.at(pending, subscription));
    }
    String protocol = step.graph().property(subscription, "protocol").asText().orElse("");
    return word.isEmpty() && CONFIRMED.contains(protocol)
        ? Judgement.passIf(
            new Assumption(
                "subscriber-confirms",
                "the subscriber confirms the subscription (F94)",
                subscription.address()))
        : Judgement.pass();
  }
}
