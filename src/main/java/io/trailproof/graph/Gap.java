package io.trailproof.graph;

import io.trailproof.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Something that an input keeps from us as a whole, such as the resources of a nested stack whose
 * template is not here.
 *
 * @param extent how far the ignorance reaches
 * @param message one line, in the words of a diagnostic
 * @param address the resource that stands for it, or the input
 */
public record Gap(Extent extent, String message, String address, @Nullable Span span) {
  /** How far a gap reaches. */
  public enum Extent {
    /** There may be more resources than we see: nothing is certainly missing. */
    MORE_RESOURCES,
    /** Nothing of the input can be relied on: an errored plan proves nothing. */
    EVERYTHING
  }
}
