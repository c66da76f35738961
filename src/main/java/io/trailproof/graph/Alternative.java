package io.trailproof.graph;

import java.util.List;

/** One way in which a deployment can turn out, where its inputs leave something open. */
public record Alternative(List<Answer> when, ResourceGraph graph) {
  public Alternative {
    when = List.copyOf(when);
  }
}
