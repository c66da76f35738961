package io.trailproof.input.terraform.plan;

import java.util.Set;

/** Data sources that are no resources of the chain but say where it is, or what a policy says. */
public final class DataSources {
  public static final String REGION = "aws_region";
  public static final String POLICY_DOCUMENT = "aws_iam_policy_document";
  public static final String IDENTITY = "aws_caller_identity";
  public static final Set<String> TYPES =
      Set.of(REGION, IDENTITY, "aws_partition", POLICY_DOCUMENT);

  private DataSources() {}
}
