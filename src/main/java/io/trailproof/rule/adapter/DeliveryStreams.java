package io.trailproof.rule.adapter;

import io.trailproof.aws.policy.PolicyText;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.rule.Step;
import java.util.List;

/**
 * The log streams that a trail writes to (F17).
 *
 * @param own those of its own account, the name after its Region first and then any that AWS gives
 * @param members those of the member accounts of an organization
 */
public record DeliveryStreams(List<PolicyText> own, PolicyText members, boolean ofOrganization) {

  /** The name of a stream, which holds no colon. */
  private static final PolicyText ANY = PolicyText.of(new Json.Hole("", "", Json.Shape.NAME, ""));

  public static DeliveryStreams of(Step step) {
    JsonAdapter values = new JsonAdapter(step.graph());
    Resource trail = step.before();
    PolicyText streams = values.arn(step.resource()).then(":log-stream:");
    PolicyText own = streams.then(values.account(trail)).then("_CloudTrail_");
    PolicyText named = own.then(values.text(trail.place().region()));
    Value organization = step.graph().property(trail, "organization");
    return new DeliveryStreams(
        List.of(named, own.then(ANY)),
        streams.then("o-").then(ANY),
        organization.asText().filter("true"::equals).isPresent());
  }
}
