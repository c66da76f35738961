package io.trailproof.input.terraform;

import io.trailproof.catalog.ApiLimits;
import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;

/** Marks what a plan makes or changes, and the API certainly or perhaps refuses (F255). */
final class PlanRefusals {
  private PlanRefusals() {}

  /** A resource of the plan, marked if something is wrong with its values. */
  static Resource mark(Resource resource, String type, Catalog catalog) {
    return resource.existence() != Existence.MANAGED || resource.isUnchanged()
        ? resource
        : catalog.terraform(type).filter(one -> one.type().name().equals(resource.type())).stream()
            .map(one -> ApiLimits.marked(resource, one, catalog.leeway()))
            .findFirst()
            .orElse(resource);
  }
}
