package io.trailproof.trace;

import io.trailproof.kleene.Truth;

/**
 * One thing that is said of a step.
 *
 * @param passes whether the record gets past it, as far as this decides
 * @param text one line
 */
public record Saying(Truth passes, String text) {}
