package io.trailproof.check.result;

import io.trailproof.rule.Event;
import io.trailproof.rule.Verdict;

/** What became of one event: the path that carries it, or the nearest one and where it breaks. */
public record EventProof(Event event, ChainPath path) {
  /** The verdict of the event. */
  public Verdict verdict() {
    return path.verdict();
  }
}
