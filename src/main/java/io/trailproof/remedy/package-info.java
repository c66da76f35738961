/** The smallest changes that close what a check finds, in canonical words, and their proof. */
@NullMarked
package io.trailproof.remedy;

import org.jspecify.annotations.NullMarked;
