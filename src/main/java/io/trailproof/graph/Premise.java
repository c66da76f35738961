package io.trailproof.graph;

/**
 * Something that the values of a resource rest on and that its input does not show.
 *
 * @param code a short name, such as {@code sources-of-plan}
 * @param message one line, in the words of a diagnostic
 * @param about the input or resource it is about
 */
public record Premise(String code, String message, String about) {}
