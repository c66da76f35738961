/** The command line, run in this process. */
@NullMarked
package io.trailproof.cli;

import org.jspecify.annotations.NullMarked;
