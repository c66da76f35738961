/** The corpus beside the repository: real inputs with the truth written beside them. */
@NullMarked
package io.trailproof.corpus;

import org.jspecify.annotations.NullMarked;
