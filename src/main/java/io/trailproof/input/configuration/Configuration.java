package io.trailproof.input.configuration;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.graph.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code trailproof.yaml} states.
 *
 * @param file the file as users name it; empty if none is read
 * @param foundByItself true if nobody named the file, and it was there
 * @param declared the resources that live elsewhere
 * @param deployments what belongs together
 * @param rules settings of rules, by their ids
 * @param accepted findings that somebody answers for
 * @param isRead false if the file could not be read: what it states may be missing
 */
public record Configuration(
    Optional<String> file,
    boolean foundByItself,
    List<Resource> declared,
    List<StatedDeployment> deployments,
    Map<String, RuleSettings> rules,
    List<AcceptedFinding> accepted,
    List<Diagnostic> diagnostics,
    boolean isRead) {
  /** Nothing stated. */
  public static final Configuration NONE =
      new Configuration(
          Optional.empty(), false, List.of(), List.of(), Map.of(), List.of(), List.of(), true);

  public Configuration {
    declared = List.copyOf(declared);
    deployments = List.copyOf(deployments);
    rules = Map.copyOf(rules);
    accepted = List.copyOf(accepted);
    diagnostics = List.copyOf(diagnostics);
  }

  /** What it sets for a rule. */
  public RuleSettings settings(String rule) {
    return rules.getOrDefault(rule, RuleSettings.NONE);
  }

  /** The ways that it lets count for a rule, beside the one that the rule's controls ask for. */
  public List<String> ways(String rule) {
    return settings(rule).ways();
  }

  /** True if it names nothing to judge. */
  public boolean isEmpty() {
    return isRead && deployments.isEmpty();
  }

  /** The name of the file if it could not be read. */
  public List<String> unread() {
    return isRead ? List.of() : file.stream().toList();
  }
}
