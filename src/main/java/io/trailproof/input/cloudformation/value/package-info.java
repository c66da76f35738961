/**
 * What the nodes of a template come to: values that are known, symbols that stand for one, or
 * unknown.
 *
 * <p>{@link io.trailproof.input.cloudformation.value.Evaluator} goes through a node and hands calls
 * to the functions; what names stand for it asks a {@link
 * io.trailproof.input.cloudformation.value.Namespace}, which a stack is. {@link
 * io.trailproof.input.cloudformation.value.NamedConditions} and {@link
 * io.trailproof.input.cloudformation.value.Parameters} are worked out once a stack and kept.
 */
@NullMarked
package io.trailproof.input.cloudformation.value;

import org.jspecify.annotations.NullMarked;
