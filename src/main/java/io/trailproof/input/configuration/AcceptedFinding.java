package io.trailproof.input.configuration;

import io.trailproof.source.Span;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that {@code trailproof.yaml} accepts.
 *
 * @param code rule and requirement: {@code iam-policy-changes/alarm-threshold}
 * @param address the resource it is found at
 * @param deployment the deployment it is found in; any if empty
 * @param reason why it is accepted
 * @param until the last day on which it is, by UTC
 * @param span where the entry stands
 */
public record AcceptedFinding(
    String code,
    String address,
    Optional<String> deployment,
    String reason,
    LocalDate until,
    Span span) {
  /** The id of the rule that finds it. */
  public String rule() {
    return code.substring(0, Math.max(0, code.indexOf('/')));
  }

  /** True if it speaks of a deployment of this name. */
  public boolean concerns(String name) {
    return deployment.map(name::equals).orElse(true);
  }
}
