package io.trailproof.input.configuration;

import java.util.List;

/**
 * What {@code trailproof.yaml} sets for one rule.
 *
 * @param ways the names of the ways that count beside the one that the rule's controls ask for
 */
public record RuleSettings(List<String> ways) {
  public RuleSettings {
    ways = List.copyOf(ways);
  }
}
