package io.trailproof.graph;

import io.trailproof.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Where a value was written, and whether it may be shown.
 *
 * @param span the value, the expression, or the resource that lacks it; null for what no input
 *     wrote
 * @param sensitive marked so by the input: takes part in the proof, never in any output
 */
public record Origin(@Nullable Span span, boolean sensitive) {
  /** Written nowhere: a default or something worked out. */
  public static final Origin NOWHERE = new Origin(null, false);

  /** Written at a place. */
  public static Origin at(@Nullable Span span) {
    return span == null ? NOWHERE : new Origin(span, false);
  }

  /** The same place, not to be shown. */
  public Origin hidden() {
    return new Origin(span, true);
  }
}
