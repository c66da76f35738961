package io.trailproof.remedy;

import io.trailproof.rule.Verdict;

/**
 * A rule that says something worse once the changes are made.
 *
 * @param rule its id
 */
public record Weakened(String rule, Verdict before, Verdict after) {}
