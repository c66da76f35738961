/** Commands, streams and exit codes: the composition root. */
@NullMarked
package io.trailproof.cli;

import org.jspecify.annotations.NullMarked;
