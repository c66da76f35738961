/** What we tell the user, as data. */
@NullMarked
package io.trailproof.diagnostic;

import org.jspecify.annotations.NullMarked;
