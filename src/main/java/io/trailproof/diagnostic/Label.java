package io.trailproof.diagnostic;

import io.trailproof.source.Span;

/** One underlined piece of source; {@code text} may be empty. */
public record Label(Span span, String text) {}
