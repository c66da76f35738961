package io.trailproof.pattern;

/**
 * What became of a record that was tried.
 *
 * @param line the line of its file where it begins
 * @param answer {@code matches}, {@code does not match} or {@code cannot be told}
 */
public record RecordMatch(long line, String answer) {}
