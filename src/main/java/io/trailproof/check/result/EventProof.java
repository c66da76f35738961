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

  /**
   * True if it does less for the rule: by its verdict, or as it takes another way than the one that
   * the controls ask for, which serves none of them.
   */
  public boolean doesLessThan(EventProof other, Chain asked) {
    int order = verdict().compareTo(other.verdict());
    return order < 0 || (order == 0 && !chain.equals(asked) && other.chain().equals(asked));
  }

  /** How many links the path lacks after the last one that holds. */
  public int remaining() {
    return chain.links().size() - path.reach();
  }
}
