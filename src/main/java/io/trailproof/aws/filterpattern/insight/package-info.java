/**
 * What a person would want to be told about a filter pattern: its meaning in words, its traps, and
 * a better one.
 *
 * <p>{@code PatternNotes} collects everything: what coverage says of the pattern as a whole and of
 * each test, {@code EventNotes} on the events that it names, {@code Conjunctions} on what people
 * get wrong about {@code &&}. {@code Explanation} says a pattern in words, {@code Suggestion}
 * writes one, and {@code Alternatives} reads one as a benchmark would.
 */
@NullMarked
package io.trailproof.aws.filterpattern.insight;

import org.jspecify.annotations.NullMarked;
