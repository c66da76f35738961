/**
 * The command {@code trace}: one record followed through a deployment, step by step, in a plain way
 * of its own.
 *
 * <p>It shares the parsers and the graph with the prover and no decision: what a pattern takes,
 * what a policy lets, when an alarm changes its state is worked out here once more for one concrete
 * record, so that the two can be held against each other.
 */
@NullMarked
package io.trailproof.trace;

import org.jspecify.annotations.NullMarked;
