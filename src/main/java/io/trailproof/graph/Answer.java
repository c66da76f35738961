package io.trailproof.graph;

/**
 * How something turns out that an input leaves open.
 *
 * @param question what is open, the same for every answer to it
 * @param words the answer, as in {@code `CreateAlarms` is `true`}
 */
public record Answer(String question, String words) {}
