/**
 * One way that a deployment can turn out.
 *
 * <p>{@link io.trailproof.input.cloudformation.hypothesis.Assumptions} says what is taken for
 * granted in it, {@link io.trailproof.input.cloudformation.hypothesis.EqualsFunction} asks for what
 * it cannot decide, {@link io.trailproof.input.cloudformation.hypothesis.PremiseTracker} notes
 * which parameters must keep their defaults for a result to hold, and {@link
 * io.trailproof.input.cloudformation.hypothesis.Hypotheses} follows every answer.
 */
@NullMarked
package io.trailproof.input.cloudformation.hypothesis;

import org.jspecify.annotations.NullMarked;
