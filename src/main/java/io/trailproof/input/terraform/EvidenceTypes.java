package io.trailproof.input.terraform;

import java.util.Set;

/** Data sources that are no resources of the chain but say where it is, or what a policy says. */
final class EvidenceTypes {
  static final String REGION = "aws_region";
  static final String IDENTITY = "aws_caller_identity";
  static final Set<String> TYPES = Set.of(REGION, IDENTITY, "aws_partition", PolicyDocuments.TYPE);

  private EvidenceTypes() {}
}
