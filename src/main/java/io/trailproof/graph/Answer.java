package io.trailproof.graph;

import java.util.Optional;

/**
 * How something turns out that an input leaves open.
 *
 * @param question what is open, the same for every answer to it
 * @param words the answer, as in {@code `CreateAlarms` is `true`}
 * @param settledBy an option that tells, such as {@code --parameter CreateAlarms=…}
 */
public record Answer(String question, String words, Optional<String> settledBy) {}
