package io.trailproof.catalog.constraint;

import io.trailproof.graph.Origin;
import java.util.List;

/**
 * One thing that a schema has against the properties of a resource.
 *
 * @param weight how sure it is that the service objects as well
 * @param what a sentence about the property, such as {@code `Period` has to be at least 1}; one
 *     line
 * @param help what to do about it
 * @param at the value that is wrong, or what lacks one
 */
public record Objection(Weight weight, String what, List<String> help, Origin at) {
  public Objection {
    help = List.copyOf(help);
  }

  /** How sure an objection is. */
  public enum Weight {
    /** The service refuses it. */
    CERTAIN,
    /** It hangs on something that is open. */
    OPEN,
    /** The service took no such value when the schema was written, and may today. */
    GROWING
  }

  /** True if the service refuses it for sure. */
  public boolean isCertain() {
    return weight == Weight.CERTAIN;
  }

  Objection but(Weight other) {
    return isCertain() ? new Objection(other, what, help, at) : this;
  }
}
