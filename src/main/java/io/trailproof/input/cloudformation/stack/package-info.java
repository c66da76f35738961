/**
 * Stacks: templates that are deployed, with those nested in them, their outputs, and the resources
 * that they hold.
 *
 * <p>{@link io.trailproof.input.cloudformation.stack.Deployment} finds out which templates are
 * deployed by themselves. A {@code Stack} knows what its names stand for, {@code StackReader} turns
 * its resources into canonical ones, and {@code UndefinedNames} and {@code Cycles} tell of what
 * CloudFormation refuses.
 */
@NullMarked
package io.trailproof.input.cloudformation.stack;

import org.jspecify.annotations.NullMarked;
