/** Finds the files that a plan was made from, and where in them each resource stands. */
@NullMarked
package io.trailproof.input.terraform.sources;

import org.jspecify.annotations.NullMarked;
