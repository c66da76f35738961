/** Decoded inputs, spans and line numbers: the only arithmetic on offsets. */
@NullMarked
package io.trailproof.source;

import org.jspecify.annotations.NullMarked;
