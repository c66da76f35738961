package io.trailproof.graph;

import io.trailproof.kleene.Truth;
import java.util.List;

/**
 * What other things of a run make of a resource that its own line in the input does not say: it is
 * taken away with its parent, or under the name of another.
 *
 * @param there whether it is there in the end; never yes
 * @param code a short name, such as {@code replaced}
 * @param why one line, in the words of a diagnostic
 * @param help what to do about it
 */
public record Fate(Truth there, String code, String why, List<String> help) {
  public Fate {
    help = List.copyOf(help);
  }
}
