package io.trailproof.graph;

import java.util.List;
import java.util.Optional;

/**
 * A text that resources share of which everything that is asked about some of their properties, and
 * about their place, has the same answer: what holds of one of a thousand need not be worked out
 * for the others. It compares what is written, so that resources may be alike and not share one.
 */
public final class Likeness {
  private Likeness() {}

  /** The text for some properties of a resource and its place; empty if one of them is open. */
  public static Optional<String> of(Resource resource, List<String> properties) {
    StringBuilder text = new StringBuilder();
    for (String property : properties) {
      if (!write(resource.property(property), text)) {
        return Optional.empty();
      }
    }
    return write(resource.place().region(), text) && write(resource.place().account(), text)
        ? Optional.of(text.toString())
        : Optional.empty();
  }

  private static boolean write(Value value, StringBuilder into) {
    if (value.isAbsent()) {
      into.append('-');
    } else if (value instanceof Value.Known known) {
      part('k', known.text(), into);
    } else if (value instanceof Value.Reference reference) {
      part(reference.whole() ? 'r' : 'p', reference.target().input(), into);
      part('.', reference.target().address(), into);
      part('.', reference.attribute(), into);
    } else if (value instanceof Value.Symbol symbol) {
      part('s', symbol.name(), into);
      part('.', symbol.scope(), into);
    } else {
      return false;
    }
    return true;
  }

  /** With its length, so that no text runs into the next. */
  private static void part(char kind, String text, StringBuilder into) {
    into.append(kind).append(text.length()).append(':').append(text);
  }
}
