package io.trailproof.diagnostic;

import io.trailproof.source.Span;

/**
 * One piece of source and what is to be said of it.
 *
 * @param span what it is about, as a whole
 * @param part what of the span is underlined; all of it if nothing smaller is meant
 * @param text may be empty
 */
public record Label(Span span, Span part, String text) {
  public Label(Span span, String text) {
    this(span, span, text);
  }
}
