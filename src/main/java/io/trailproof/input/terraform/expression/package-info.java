/**
 * Expressions of Terraform's language: read, and worked out as far as they are pure and what they
 * are made of is known.
 */
@NullMarked
package io.trailproof.input.terraform.expression;

import org.jspecify.annotations.NullMarked;
