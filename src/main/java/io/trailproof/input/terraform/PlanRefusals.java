package io.trailproof.input.terraform;

import io.trailproof.catalog.ApiLimits;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.constraint.Objection;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Refusal;
import io.trailproof.graph.Resource;

/** Marks what a plan makes or changes, and the API certainly or perhaps refuses (F255). */
final class PlanRefusals {
  private PlanRefusals() {}

  /** A resource of the plan, marked if something is wrong with its values. */
  static Resource mark(Resource resource, String type, Catalog catalog) {
    return resource.existence() != Existence.MANAGED || resource.isUnchanged()
        ? resource
        : catalog.terraform(type).filter(one -> one.type().name().equals(resource.type())).stream()
            .flatMap(one -> ApiLimits.of(one, resource, catalog.leeway()).stream())
            .min((a, b) -> a.weight().compareTo(b.weight()))
            .map(one -> mark(one, resource))
            .orElse(resource);
  }

  private static Resource mark(Objection objection, Resource resource) {
    String newer =
        objection.weight() == Objection.Weight.GROWING ? "unless AWS allows more by now, " : "";
    Refusal refusal =
        new Refusal(
            newer + "the API refuses it: " + objection.what(), objection.help(), objection.at());
    return objection.isCertain() ? refusal.certainly(resource) : refusal.perhaps(resource);
  }
}
