/**
 * Reads the structure of Terraform's own files, {@code .tf} and {@code .tf.json}: blocks, arguments
 * and where each stands. It never fails: what cannot be read is left out.
 */
@NullMarked
package io.trailproof.input.terraform.hcl;

import org.jspecify.annotations.NullMarked;
