package io.trailproof.trace;

import io.trailproof.kleene.Truth;
import java.util.List;

/**
 * One step that the record takes, and all that follow it.
 *
 * @param kind what stands here, such as {@code metric filter}
 * @param address what it is called in its input; empty where nothing stands
 * @param passes whether the record gets past this step
 * @param onward the steps that may follow; none after the last and after one where it is stopped
 * @param outcome whether somebody is told by way of this step
 */
public record Hop(
    String kind,
    String address,
    Truth passes,
    List<Saying> sayings,
    List<Hop> onward,
    Truth outcome) {
  public Hop {
    sayings = List.copyOf(sayings);
    onward = List.copyOf(onward);
  }

  /** A step that others follow. */
  static Hop of(String kind, String address, Sayings sayings, List<Hop> onward) {
    Truth passes = sayings.passes();
    Truth best = Truth.NO;
    for (Hop next : onward) {
      best = best.or(next.outcome());
    }
    return new Hop(kind, address, passes, sayings.all(), onward, passes.and(best));
  }

  /** The last step: whoever is told here, or the place where nothing leads on. */
  static Hop last(String kind, String address, Sayings sayings) {
    return new Hop(kind, address, sayings.passes(), sayings.all(), List.of(), sayings.passes());
  }
}
