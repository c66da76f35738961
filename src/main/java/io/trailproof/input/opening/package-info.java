/** Finds what the user names, opens it, and tells by its content what it is. */
@NullMarked
package io.trailproof.input.opening;

import org.jspecify.annotations.NullMarked;
