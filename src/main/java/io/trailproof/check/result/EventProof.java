package io.trailproof.check.result;

import io.trailproof.rule.Chain;
import io.trailproof.rule.Event;
import io.trailproof.rule.Verdict;

/**
 * What became of one event: the path that carries it, or the nearest one and where it breaks.
 *
 * @param chain the way that the path goes
 */
public record EventProof(Event event, Chain chain, ChainPath path) {
  /** The verdict of the event. */
  public Verdict verdict() {
    return path.verdict();
  }

  /** How many links the path lacks after the last one that holds. */
  public int remaining() {
    return chain.links().size() - path.reach();
  }
}
