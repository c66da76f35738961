package io.trailproof.input;

import io.trailproof.graph.Gap;
import io.trailproof.graph.Resource;
import java.util.List;

/**
 * One way in which an input can turn out, where it depends on what the input does not tell.
 *
 * @param when what makes it turn out so, in words: {@code `CreateAlarms` is `true`}
 */
public record Variant(String when, List<Resource> resources, List<Gap> gaps) {
  public Variant {
    resources = List.copyOf(resources);
    gaps = List.copyOf(gaps);
  }
}
