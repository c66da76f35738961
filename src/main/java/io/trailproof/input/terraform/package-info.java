/**
 * Reads what {@code terraform show -json} prints, of plans and of states.
 *
 * <p>The way through: {@link io.trailproof.input.terraform.PlanReader} streams a file into a {@link
 * io.trailproof.input.terraform.PlanDocument}; {@link io.trailproof.input.terraform.World} says
 * which instances exist after apply; {@link io.trailproof.input.terraform.Values} and {@link
 * io.trailproof.input.terraform.References} say what their properties are; {@link
 * io.trailproof.input.terraform.Regions} and {@link io.trailproof.input.terraform.Accounts} say
 * where they live. Section numbers in comments are those of {@code docs/terraform-plan.md}.
 */
@NullMarked
package io.trailproof.input.terraform;

import org.jspecify.annotations.NullMarked;
