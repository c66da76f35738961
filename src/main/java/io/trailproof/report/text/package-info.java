/** Text that is safe to show whatever an input holds, and where in a file it stands. */
@NullMarked
package io.trailproof.report.text;

import org.jspecify.annotations.NullMarked;
