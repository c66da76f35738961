/**
 * Whether every CloudTrail record of a kind matches one of several filter patterns, and which one
 * gets away if not.
 *
 * <p>A comparison splits the values of a place into those it picks out and the rest, so a record
 * that gets away is found by choosing for each place one of finitely many sets; what is searched
 * for is a choice that makes every pattern false.
 *
 * <p>A query of Logs Insights is asked about as a pattern as well, with conditions that no pattern
 * is written with.
 *
 * <p>{@code Coverage} and {@code Reach} are the questions, each about a {@code Scenario}; both let
 * a {@code CoverageQuestion} search. It lays out the places in a {@code RecordTree}, from what the
 * patterns ask about and what {@code RecordFacts} says of every record, and lets the {@code
 * Translator} turn each pattern into a {@code Goal} over them. {@code Search} reaches the goals by
 * narrowing the {@code Domain} of each place in {@code RecordChoices}, a {@code ValueSet} at a
 * time; {@code Solver} finds strings and numbers that are left. {@code WitnessWriter} writes down
 * the record that was found, and {@code Witness} says in words why it gets away.
 */
@NullMarked
package io.trailproof.aws.filterpattern.coverage;

import org.jspecify.annotations.NullMarked;
