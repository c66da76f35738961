package io.trailproof.rule;

import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import java.util.Optional;

/**
 * One link of a path while it is judged.
 *
 * @param previous the resource of the link before; empty at the first link
 * @param resource the resource that stands at this link
 */
public record Step(
    ResourceGraph graph, Catalog catalog, Optional<Resource> previous, Resource resource) {

  /** The resource of the link before. */
  public Resource before() {
    return previous.orElseThrow(() -> new IllegalStateException("the first link has none before"));
  }
}
