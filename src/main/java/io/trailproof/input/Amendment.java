package io.trailproof.input;

import io.trailproof.graph.Resource;
import java.util.List;

/** Changes that the inputs of a deployment might be given: what would come of them can be asked. */
@FunctionalInterface
public interface Amendment {
  /** The inputs as they are. */
  Amendment NONE = resources -> resources;

  /** The resources of the inputs after it. */
  List<Resource> of(List<Resource> resources);
}
