package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A subscription has been confirmed, or will be where that is its protocol's way: audits ask for
 * one with an ARN, which one that waits has not (F94).
 */
final class SubscriptionIsConfirmed implements Predicate {
  private static final Set<String> ASKED = Set.of("email", "email-json", "http", "https");

  @Override
  public String name() {
    return "subscription-is-confirmed";
  }

  @Override
  public String description() {
    return "nobody has still to confirm the subscription, as far as the input tells";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource subscription = step.resource();
    Value pending = step.graph().property(subscription, "pending");
    Optional<String> word = pending.asText();
    if (word.filter("true"::equals).isPresent()) {
      return Judgement.fail("nobody has confirmed it yet", Labels.at(pending, subscription));
    }
    Value protocol = step.graph().property(subscription, "protocol");
    boolean asked = !protocol.isKnown() || ASKED.contains(protocol.asText().orElse(""));
    return word.isEmpty() && asked
        ? Judgement.passIf(
            new Assumption(
                "subscriber-confirms",
                "the subscriber confirms the subscription (F94)",
                subscription.address()))
        : Judgement.pass();
  }
}
