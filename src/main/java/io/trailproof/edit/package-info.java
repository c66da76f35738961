/**
 * Writes changes of a deployment into the files that it was read from, byte for byte the same
 * around them.
 */
@NullMarked
package io.trailproof.edit;

import org.jspecify.annotations.NullMarked;
