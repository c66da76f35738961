package io.trailproof.check;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.rule.Verdict;
import java.util.List;

/** A finished run: everything that a report may show. */
public record CheckResult(
    List<DeploymentResult> deployments, List<Diagnostic> diagnostics, Gate gate) {
  public CheckResult {
    deployments = List.copyOf(deployments);
    diagnostics = List.copyOf(diagnostics);
  }

  /** How many rules have a verdict, over all deployments. */
  public int count(Verdict verdict) {
    return (int)
        deployments.stream()
            .flatMap(deployment -> deployment.rules().stream())
            .filter(rule -> rule.verdict() == verdict)
            .count();
  }

  /** True if an input or a rule could not be read. */
  public boolean hasUnreadable() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** True if some finding closes the gate. */
  public boolean isRefused() {
    return deployments.stream()
        .flatMap(deployment -> deployment.rules().stream())
        .flatMap(rule -> rule.findings().stream())
        .anyMatch(gate::refuses);
  }
}
