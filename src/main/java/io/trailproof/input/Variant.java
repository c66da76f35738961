package io.trailproof.input;

import io.trailproof.graph.Answer;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Resource;
import java.util.List;

/**
 * One way in which an input can turn out, where it depends on what the input does not tell.
 *
 * @param when what makes it turn out so
 */
public record Variant(List<Answer> when, List<Resource> resources, List<Gap> gaps) {
  public Variant {
    when = List.copyOf(when);
    resources = List.copyOf(resources);
    gaps = List.copyOf(gaps);
  }
}
