package io.trailproof.input.cloudformation;

import io.trailproof.graph.Resource;
import io.trailproof.input.Variant;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a deployment along the questions that it leaves open, one at a time, until nothing that
 * matters is open: each way is then worked out as if its answers had been given.
 */
final class Variants {
  /** More ways than this are not told apart. */
  private static final int MOST = 32;

  /** More answers than this to get rid of all questions are given up. */
  private static final int DEEPEST = 16;

  private final Deployment deployment;
  private final List<Variant> found = new ArrayList<>();

  private Variants(Deployment deployment) {
    this.deployment = deployment;
  }

  /** All ways that a deployment can turn out; none if there is one only, or there are too many. */
  static List<Variant> of(Deployment deployment, World base) {
    if (base.questions().isEmpty()) {
      return List.of();
    }
    Variants variants = new Variants(deployment);
    return variants.split(base) ? variants.found : List.of();
  }

  private boolean split(World world) {
    if (world.assumptions().taken().size() == DEEPEST) {
      return false;
    }
    for (Assumption answer : world.questions().get(0).answers()) {
      World next = deployment.world(world.assumptions().with(answer));
      List<Resource> resources = deployment.read(next);
      if (!next.questions().isEmpty()) {
        if (!split(next)) {
          return false;
        }
      } else if (found.size() == MOST) {
        return false;
      } else {
        found.add(
            new Variant(
                next.assumptions().answers(), resources, List.copyOf(next.gaps()), next.grounds()));
      }
    }
    return true;
  }
}
