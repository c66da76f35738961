package io.trailproof.check.search;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * Whether a resource is made at all, where that hangs on a condition of the template (F108), or
 * stays, where a plan takes away what it is part of (F31).
 */
public final class ExistenceCheck {
  private static final Requirement MADE =
      Requirement.said(
          "condition",
          "{because}",
          List.of("give the parameters that decide it with `--parameter`"),
          List.of("F108"));

  private static final Requirement AGAIN =
      Requirement.said(
          "replaced",
          "{because}",
          List.of("make it again in the same run: `terraform plan -replace=ADDRESS`"),
          List.of("F31"));

  private static final Requirement REMOVED =
      Requirement.said(
          "removed",
          "`{address}` is named here, and {because}",
          List.of("name what takes its place"),
          List.of());

  private ExistenceCheck() {}

  /** True for a resource that may or may not be made: more about the parameters would decide it. */
  public static boolean isConditional(Judged judged) {
    return judged.requirement().equals(MADE);
  }

  static Optional<Judged> judge(Resource resource) {
    if (resource.existence() == Existence.REMOVED) {
      return Optional.of(new Judged(REMOVED, Judgement.fail("this input takes it away")));
    }
    Value exists = resource.property("exists");
    if (exists.isAbsent()) {
      return Optional.empty();
    }
    String why =
        "whether `"
            + resource.address()
            + "` is made "
            + (exists instanceof Value.Unknown unknown ? unknown.why() : "is conditional");
    Requirement requirement = resource.dialect() == Dialect.TERRAFORM ? AGAIN : MADE;
    return Optional.of(new Judged(requirement, Judgement.unknown(why, exists, resource)));
  }
}
