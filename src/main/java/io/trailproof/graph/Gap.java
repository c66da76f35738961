package io.trailproof.graph;

import io.trailproof.source.Span;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that an input keeps from us as a whole, such as the resources of a nested stack whose
 * template is not here.
 *
 * @param extent how far the ignorance reaches
 * @param message one line, in the words of a diagnostic
 * @param address the resource that stands for it, or the input
 * @param types the canonical types of what may be hidden; empty where it may be anything
 */
public record Gap(
    Extent extent, String message, String address, @Nullable Span span, Set<String> types) {
  /** How far a gap reaches. */
  public enum Extent {
    /** There may be more resources than we see: nothing is certainly missing. */
    MORE_RESOURCES,
    /** Nothing of the input can be relied on: an errored plan proves nothing. */
    EVERYTHING
  }

  public Gap {
    types = Set.copyOf(types);
  }

  /** One that may hide anything. */
  public Gap(Extent extent, String message, String address, @Nullable Span span) {
    this(extent, message, address, span, Set.of());
  }

  /** True if there may be more resources of one of these types than we see. */
  public boolean mayHide(Collection<String> some) {
    return extent == Extent.MORE_RESOURCES
        && (types.isEmpty() || some.stream().anyMatch(types::contains));
  }
}
