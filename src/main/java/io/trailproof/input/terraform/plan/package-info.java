/**
 * A plan or state as far as it is kept, and what it leaves behind.
 *
 * <p>The way through: {@link io.trailproof.input.terraform.plan.PlanReader} streams a file once
 * into a {@link io.trailproof.input.terraform.plan.PlanDocument}: the instances of its values
 * sections, their {@link io.trailproof.input.terraform.plan.Change}s and, per module, a {@link
 * io.trailproof.input.terraform.plan.ModuleConfig}. {@link
 * io.trailproof.input.terraform.plan.PlannedState} says which instances exist after apply. Section
 * numbers in comments are those of {@code docs/terraform-plan.md}.
 */
@NullMarked
package io.trailproof.input.terraform.plan;

import org.jspecify.annotations.NullMarked;
