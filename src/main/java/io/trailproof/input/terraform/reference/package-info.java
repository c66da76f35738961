/**
 * What properties are: known, or what the references of an unknown value lead to.
 *
 * <p>The way through: {@link io.trailproof.input.terraform.reference.Values} merges what a plan
 * knows of an instance with the marks of what it does not. For an unknown value, {@code References}
 * follows the expression that is configured for a {@code TargetProperty} through variables, outputs
 * and {@link io.trailproof.input.terraform.reference.Locals}, and collects {@code
 * ReferenceTargets}. {@link io.trailproof.input.terraform.reference.Constants} finds the text of an
 * expression that is known. Section numbers in comments are those of {@code
 * docs/terraform-plan.md}.
 */
@NullMarked
package io.trailproof.input.terraform.reference;

import org.jspecify.annotations.NullMarked;
