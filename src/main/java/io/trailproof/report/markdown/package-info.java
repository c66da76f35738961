/** The parts of the comment that a pull request gets, in GitHub's Markdown. */
@NullMarked
package io.trailproof.report.markdown;

import org.jspecify.annotations.NullMarked;
