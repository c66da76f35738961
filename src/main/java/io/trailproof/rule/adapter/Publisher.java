package io.trailproof.rule.adapter;

import io.trailproof.aws.policy.PolicyText;
import io.trailproof.rule.Step;
import java.util.Map;

/**
 * The service that publishes to a topic, and what it says of itself: alarms unless a rule names
 * another.
 *
 * @param context the condition keys of its requests (F90)
 */
public record Publisher(String service, Map<String, PolicyText> context) {
  private static final String ALARMS = "cloudwatch.amazonaws.com";

  public static Publisher of(Step step, Map<String, String> arguments) {
    String service = arguments.getOrDefault("service", ALARMS);
    JsonAdapter values = new JsonAdapter(step.graph());
    PolicyText account = values.account(step.before());
    if (service.equals(ALARMS)) {
      return new Publisher(
          service,
          Map.of(
              "aws:SourceArn", values.arn(step.before()),
              "aws:SourceAccount", account,
              "aws:SourceOwner", account));
    }
    return new Publisher(
        service,
        Map.of("aws:SourceArn", PolicyText.hole("event rule"), "aws:SourceAccount", account));
  }

  public boolean isAlarm() {
    return service.equals(ALARMS);
  }
}
