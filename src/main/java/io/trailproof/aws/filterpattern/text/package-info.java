/**
 * Sets of strings as one comparison of a filter pattern picks them out, and the search for a string
 * that lies in some of them and outside others.
 *
 * <p>A {@code TextSet} is one text, a text with wildcards or a {@code Regex}, which {@code
 * RegexParser} reads. All of them are a {@code Program} to an {@code Automaton}, which moves {@code
 * Positions} 64 at a time. {@code TextSolver} guesses first and then walks the product of the
 * automata, letter by letter of an {@code Alphabet}, as long as the {@code StepBudget} lasts.
 */
@NullMarked
package io.trailproof.aws.filterpattern.text;

import org.jspecify.annotations.NullMarked;
