package io.trailproof.rule;

import java.util.List;

/** The links from a call to a person, in order. */
public record Chain(String id, List<ChainLink> links) {
  public Chain {
    links = List.copyOf(links);
  }
}
