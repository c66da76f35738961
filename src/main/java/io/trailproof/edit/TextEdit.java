package io.trailproof.edit;

import io.trailproof.source.Span;

/**
 * A piece of a file, and what is to stand in its place.
 *
 * @param where an empty span for what is put in between
 * @param text nothing for what is taken out
 */
public record TextEdit(Span where, String text) {}
