/** Stacks that templates make, with those nested in them, and the resources they hold. */
@NullMarked
package io.trailproof.input.cloudformation.stack;

import org.jspecify.annotations.NullMarked;
