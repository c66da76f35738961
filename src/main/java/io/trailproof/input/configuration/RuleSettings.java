package io.trailproof.input.configuration;

import io.trailproof.diagnostic.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code trailproof.yaml} sets for one rule.
 *
 * @param on whether a run that names no rules checks it; empty where only a glob names it that is
 *     about other rules
 * @param ways the names of the ways that count beside the one that the rule's controls ask for
 * @param severity in place of the rule's own
 * @param parameters by the ids of requirements
 */
public record RuleSettings(
    Optional<Boolean> on,
    List<String> ways,
    Optional<Severity> severity,
    Map<String, Map<String, String>> parameters) {
  /** Nothing set. */
  public static final RuleSettings NONE =
      new RuleSettings(Optional.empty(), List.of(), Optional.empty(), Map.of());

  public RuleSettings {
    ways = List.copyOf(ways);
    parameters = Map.copyOf(parameters);
  }

  /** The same, where what another one sets goes before. */
  RuleSettings under(RuleSettings other) {
    List<String> allWays = new ArrayList<>(ways);
    other.ways.stream().filter(way -> !ways.contains(way)).forEach(allWays::add);
    Map<String, Map<String, String>> all = new LinkedHashMap<>(parameters);
    other.parameters.forEach(
        (requirement, some) -> {
          Map<String, String> both = new LinkedHashMap<>(all.getOrDefault(requirement, Map.of()));
          both.putAll(some);
          all.put(requirement, both);
        });
    return new RuleSettings(other.on.or(() -> on), allWays, other.severity.or(() -> severity), all);
  }
}
