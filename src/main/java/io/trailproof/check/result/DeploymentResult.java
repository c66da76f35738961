package io.trailproof.check.result;

import io.trailproof.graph.PlanSource;
import java.util.List;

/**
 * What came of the files of one deployment.
 *
 * @param inputs the paths as the user gave them
 * @param sources where the Terraform files of the plans among them were read
 */
public record DeploymentResult(
    String name, List<String> inputs, List<PlanSource> sources, List<RuleResult> rules) {
  public DeploymentResult {
    inputs = List.copyOf(inputs);
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
  }
}
