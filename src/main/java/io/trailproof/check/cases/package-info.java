/** Runs the cases of rules. */
@NullMarked
package io.trailproof.check.cases;

import org.jspecify.annotations.NullMarked;
