package io.trailproof.check.result;

import io.trailproof.graph.PlanSource;
import java.util.List;
import java.util.Optional;

/**
 * What came of the files of one deployment.
 *
 * @param inputs the paths as the user gave them
 * @param account where a configuration states that it is
 * @param region the Region, likewise
 * @param sources where the Terraform files of the plans among them were read
 */
public record DeploymentResult(
    String name,
    List<String> inputs,
    Optional<String> account,
    Optional<String> region,
    List<PlanSource> sources,
    List<RuleResult> rules) {
  public DeploymentResult {
    inputs = List.copyOf(inputs);
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
  }

  /** The files that a finding is about: that of its resource; all where it has none. */
  public List<String> filesOf(Finding finding) {
    return finding.input().isEmpty() ? inputs : List.of(finding.input());
  }

  /** True if nobody named it, as there was no other. */
  public boolean isDefault() {
    return name.equals("default");
  }

  /** The same under another name. */
  public DeploymentResult called(String other) {
    return new DeploymentResult(other, inputs, account, region, sources, rules);
  }

  /** True if somebody gave it its name, and it is no path. */
  public boolean isNamed() {
    return !isDefault() && !inputs.contains(name);
  }

  /** True if some rule had something to judge. */
  public boolean isJudged() {
    return rules.stream().anyMatch(RuleResult::isApplicable);
  }

  /** The same of these files. */
  public DeploymentResult of(List<String> others) {
    return new DeploymentResult(name, others, account, region, sources, rules);
  }

  /** The same with these results of its rules. */
  public DeploymentResult with(List<RuleResult> others) {
    return new DeploymentResult(name, inputs, account, region, sources, others);
  }
}
