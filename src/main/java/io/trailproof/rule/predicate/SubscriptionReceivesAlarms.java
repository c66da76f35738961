package io.trailproof.rule.predicate;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Parameter;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A subscription delivers what an alarm publishes, to somebody who confirmed it (F94–F96). */
final class SubscriptionReceivesAlarms implements Predicate {
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

  @Override
  public String name() {
    return "subscription-receives-alarms";
  }

  @Override
  public String description() {
    return "the subscription has a protocol and an endpoint, and no filter policy keeps what is published from it";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.optional("message", "alarm", "event"));
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource subscription = step.resource();
    return filter(step, subscription, !arguments.getOrDefault("message", "alarm").equals("alarm"))
        .and(fifo(step, subscription))
        .and(protocol(step, subscription))
        .and(new SubscriptionIsConfirmed().judge(step, event, Map.of()));
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

  /** An alarm's message has no attributes, so a policy on attributes lets none through. */
  private static Judgement filter(Step step, Resource subscription, boolean ofEvents) {
    Value policy = step.graph().property(subscription, "filterPolicy");
    boolean empty =
        policy.isAbsent() || policy.asText().map(String::strip).filter("{}"::equals).isPresent();
    if (empty) {
      return Judgement.pass();
    }
    if (!policy.isKnown() && !(policy instanceof Value.Fields)) {
      return Judgement.unknown(Shown.unknown(step, "filterPolicy", policy), policy, subscription);
    }
    Value scope = step.graph().property(subscription, "filterScope");
    Optional<String> word = scope.asText();
    if (word.filter("MessageAttributes"::equals).isPresent()) {
      return Judgement.fail(
          "its filter policy asks for message attributes, and alarm messages have none",
          Labels.at(policy, subscription));
    }
    if (word.filter("MessageBody"::equals).isPresent() && !ofEvents) {
      return new BodyFilter(step).judge(policy);
    }
    return Judgement.unknown(
        "its filter policy on the message body is not evaluated here", policy, subscription);
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
    return MACHINES.contains(word.get())
        ? new MachineEndpoint(step).judge(word.get())
        : Judgement.pass();
  }

  private static boolean isPlaceholder(Value endpoint) {
    Optional<String> text = endpoint.asText().map(word -> word.toLowerCase(Locale.ROOT));
    return text.isPresent()
        && (PLACEHOLDERS.contains(text.get().substring(text.get().indexOf('@') + 1))
            || STAND_IN.matcher(text.get()).find());
  }
}
