package io.trailproof.check.result;

import java.util.List;

/**
 * What came of the files of one deployment.
 *
 * @param inputs the paths as the user gave them
 */
public record DeploymentResult(String name, List<String> inputs, List<RuleResult> rules) {
  public DeploymentResult {
    inputs = List.copyOf(inputs);
    rules = List.copyOf(rules);
  }
}
