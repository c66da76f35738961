/**
 * Streams that are made of little: what the program runs with where its sources have those of the
 * JDK, once the build has put one in place of the other; and work on many things at once, in their
 * order.
 */
@NullMarked
package io.trailproof.sequence;

import org.jspecify.annotations.NullMarked;
