/**
 * What a page tells first, whatever it is written in: the verdict as a sentence, and the problems
 * that explain it, merged over rules and deployments.
 */
@NullMarked
package io.trailproof.report.summary;

import org.jspecify.annotations.NullMarked;
