/**
 * The search for the path that carries an event: {@code PathSearch} goes from link to link over the
 * candidates that an index does not rule out, and says what it cannot see.
 */
@NullMarked
package io.trailproof.check.search;

import org.jspecify.annotations.NullMarked;
