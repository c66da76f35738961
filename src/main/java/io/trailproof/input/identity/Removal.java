package io.trailproof.input.identity;

import io.trailproof.graph.Resource;

/**
 * An object that a run deletes.
 *
 * @param was the object as it was
 */
public record Removal(Resource was, Order order) {
  /** When it is deleted (F200). */
  public enum Order {
    /** Before the new object of its address is made. */
    FIRST,
    /** After the new object of its address is made. */
    LAST,
    /** No new object of its address is made. */
    ALONE,
    /** Some time: an earlier replacement left it behind beside the object of its address. */
    DEPOSED
  }
}
