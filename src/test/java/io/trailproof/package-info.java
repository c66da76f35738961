/** Tests about the code as a whole. */
@NullMarked
package io.trailproof;

import org.jspecify.annotations.NullMarked;
