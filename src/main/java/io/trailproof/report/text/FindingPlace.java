package io.trailproof.report.text;

import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Finding;

/** Where a finding is shown: dashboards take nothing that has no place in a file. */
public final class FindingPlace {
  private FindingPlace() {}

  /** Its own place; of something that is missing, the beginning of the file that lacks it. */
  public static Located of(DeploymentResult deployment, Finding finding) {
    return finding
        .primary()
        .map(Located::of)
        .orElseGet(
            () ->
                Located.atStart(
                    deployment.filesOf(finding).stream().findFirst().orElse(deployment.name())));
  }
}
