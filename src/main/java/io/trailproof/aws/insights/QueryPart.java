package io.trailproof.aws.insights;

/**
 * Where a part of a query stands in its text.
 *
 * @param start its first character
 * @param end the character after its last
 */
public record QueryPart(int start, int end) {}
