package io.trailproof.cli;

import io.trailproof.check.result.Acceptance;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.configuration.AcceptedFinding;
import io.trailproof.input.configuration.ConfigurationError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Marks the findings that a configuration accepts, and says of entries that accept nothing. */
final class Acceptances {
  private final List<AcceptedFinding> entries;

  /** Those whose time is over. */
  private final Set<AcceptedFinding> over = new HashSet<>();

  private final Set<AcceptedFinding> used = new HashSet<>();
  private final Set<AcceptedFinding> asked = new HashSet<>();
  private int marked;

  /**
   * Entries as they hold on a day.
   *
   * @param today tells the day, by UTC
   */
  Acceptances(List<AcceptedFinding> entries, Supplier<LocalDate> today) {
    this.entries = entries;
    if (!entries.isEmpty()) {
      LocalDate day = today.get();
      entries.stream().filter(one -> one.until().isBefore(day)).forEach(over::add);
    }
  }

  /** The same results, with what is accepted marked. */
  List<DeploymentResult> marked(List<DeploymentResult> deployments) {
    return deployments.stream().map(this::marked).toList();
  }

  /** The same for one. */
  DeploymentResult marked(DeploymentResult deployment) {
    if (entries.isEmpty()) {
      return deployment;
    }
    entries.stream().filter(entry -> wasAsked(entry, deployment)).forEach(asked::add);
    return deployment.with(
        deployment.rules().stream().map(rule -> marked(rule, deployment)).toList());
  }

  /** How many findings are accepted. */
  int count() {
    return marked;
  }

  private RuleResult marked(RuleResult rule, DeploymentResult deployment) {
    return rule.finding(
        rule.findings().stream()
            .map(
                finding ->
                    entry(finding, deployment)
                        .map(
                            entry -> {
                              marked++;
                              return finding.accepted(
                                  new Acceptance(entry.reason(), entry.until()));
                            })
                        .orElse(finding))
            .toList());
  }

  /** The entry that speaks of a finding, if its time is not over. */
  private Optional<AcceptedFinding> entry(Finding finding, DeploymentResult deployment) {
    List<AcceptedFinding> fitting =
        entries.stream()
            .filter(one -> one.code().equals(finding.code()))
            .filter(one -> one.address().equals(finding.address()))
            .filter(one -> one.concerns(deployment.name()))
            .toList();
    used.addAll(fitting);
    return fitting.stream().filter(one -> !over.contains(one)).findFirst();
  }

  /**
   * What is wrong with the entries: their time is over, or nothing that was judged needed them. Of
   * a deployment that was not judged nobody can tell.
   */
  List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>();
    for (AcceptedFinding entry : entries) {
      if (over.contains(entry)) {
        problems.add(
            ConfigurationError.EXPIRED.at(
                entry.span(), entry.code(), entry.address(), entry.until()));
      } else if (!used.contains(entry) && asked.contains(entry)) {
        problems.add(ConfigurationError.UNUSED.at(entry.span(), entry.code(), entry.address()));
      }
    }
    return problems;
  }

  private static boolean wasAsked(AcceptedFinding entry, DeploymentResult one) {
    return (one.isNamed() || entry.deployment().isEmpty())
        && entry.concerns(one.name())
        && one.rules().stream()
            .anyMatch(rule -> rule.isApplicable() && rule.rule().id().equals(entry.rule()));
  }
}
