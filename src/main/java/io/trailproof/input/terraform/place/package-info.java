/**
 * Where instances live: {@link io.trailproof.input.terraform.place.Regions} and {@link
 * io.trailproof.input.terraform.place.Accounts}, told by the instances themselves, by their {@link
 * io.trailproof.input.terraform.place.Providers} and by what else those made. Section numbers in
 * comments are those of {@code docs/terraform-plan.md}.
 */
@NullMarked
package io.trailproof.input.terraform.place;

import org.jspecify.annotations.NullMarked;
