package io.trailproof.input;

import io.trailproof.graph.Gap;
import io.trailproof.graph.Resource;
import java.util.List;

/**
 * What a format found in its files.
 *
 * @param gaps what the files certainly do not show
 */
public record Reading(List<Resource> resources, List<Gap> gaps) {
  public Reading {
    resources = List.copyOf(resources);
    gaps = List.copyOf(gaps);
  }
}
