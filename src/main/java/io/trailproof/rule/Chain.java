package io.trailproof.rule;

import java.util.List;
import java.util.Map;

/**
 * The links from a call to a person, in order.
 *
 * @param way how it tells somebody: {@code metric-filter}; chains that tell in one way share it
 * @param title the words for the way in a sentence: {@code metric filter}
 * @param description what happens on the way; empty if the file does not say
 */
public record Chain(
    String id, String way, String title, String description, List<ChainLink> links) {
  public Chain {
    links = List.copyOf(links);
  }

  /** The same, with the words of a rule in its blanks. */
  Chain filled(Blanks blanks) {
    return new Chain(
        id, way, title, description, links.stream().map(one -> one.filled(blanks)).toList());
  }

  /** The same, where some requirements take arguments beside their own. */
  Chain with(Map<String, Map<String, String>> parameters) {
    return new Chain(
        id, way, title, description, links.stream().map(link -> link.with(parameters)).toList());
  }
}
