package io.trailproof.check.result;

import java.time.LocalDate;

/**
 * Somebody's word that a finding may be there for a while: it stays what it is, and closes no gate.
 *
 * @param reason why, in their words
 * @param until the last day, by UTC
 */
public record Acceptance(String reason, LocalDate until) {}
