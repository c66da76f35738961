package io.trailproof.input;

import io.trailproof.graph.Answer;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Grounds;
import io.trailproof.graph.Resource;
import java.util.List;

/**
 * One way in which an input can turn out, where it depends on what the input does not tell.
 *
 * @param when what makes it turn out so
 * @param grounds what its resources rest on that the files do not show
 */
public record Variant(
    List<Answer> when, List<Resource> resources, List<Gap> gaps, Grounds grounds) {
  public Variant {
    when = List.copyOf(when);
    resources = List.copyOf(resources);
    gaps = List.copyOf(gaps);
  }
}
