/** Regular expressions that are asked about a few texts each, and not worth a compiler. */
@NullMarked
package io.trailproof.regex;

import org.jspecify.annotations.NullMarked;
