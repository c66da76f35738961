package io.trailproof.diagnostic;

import io.trailproof.source.Span;

/**
 * One piece of source and what is to be said of it.
 *
 * @param span what it is about, as a whole
 * @param part what of the span is underlined; all of it if nothing smaller is meant
 * @param text may be empty
 * @param isQuoted false if only the place may be shown and nothing of what is written there
 */
public record Label(Span span, Span part, String text, boolean isQuoted) {
  public Label(Span span, Span part, String text) {
    this(span, part, text, true);
  }

  public Label(Span span, String text) {
    this(span, span, text);
  }

  /** The same with nothing said of it. */
  public Label wordless() {
    return new Label(span, part, "", isQuoted);
  }

  /** The place alone. */
  Label unquoted() {
    return new Label(span, part, text, false);
  }
}
