package io.trailproof.rule;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import java.util.Optional;
import java.util.Set;

/**
 * What two resources must have in common for a predicate to hold or to be undecided: where both
 * have keys and none in common, it fails, whatever the event.
 */
public interface JoinKeys {
  /** The keys of the resource of the link before; empty if it may go with any. */
  Optional<Set<Object>> ofPrevious(ResourceGraph graph, Resource previous);

  /** The keys of the resource of the link; empty if it may go with any. */
  Optional<Set<Object>> ofResource(ResourceGraph graph, Resource resource);
}
