/**
 * Reads what {@code terraform show -json} prints, of plans and of states.
 *
 * <p>The way through: {@code plan} reads a file and says which instances exist after apply; {@code
 * reference} says what their properties are; {@code place} says where they live; {@link
 * io.trailproof.input.terraform.PlanResources} makes resources of all that. {@code sources} finds
 * the Terraform files that a plan was made from and {@code hcl} reads them. Section numbers in
 * comments are those of {@code docs/terraform-plan.md}.
 */
@NullMarked
package io.trailproof.input.terraform;

import org.jspecify.annotations.NullMarked;
