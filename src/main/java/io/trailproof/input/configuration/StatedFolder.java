package io.trailproof.input.configuration;

import io.trailproof.source.Span;

/**
 * A folder of own rules that a configuration names.
 *
 * @param name relative to where the program runs
 * @param span where it is named
 */
public record StatedFolder(String name, Span span) {}
