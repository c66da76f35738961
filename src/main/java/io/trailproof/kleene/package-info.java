/** Kleene's three values: what is true, what is false, and what the input does not tell. */
@NullMarked
package io.trailproof.kleene;

import org.jspecify.annotations.NullMarked;
