package io.trailproof.aws.filterpattern.syntax;

/**
 * A part of a pattern whose effect nobody has written down; an answer that hinges on it is unknown.
 */
public record PatternDoubt(String message, int start, int end) {}
