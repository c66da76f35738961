/** The parts of the page that shows a proof: readable without styles, without script, on paper. */
@NullMarked
package io.trailproof.report.html;

import org.jspecify.annotations.NullMarked;
