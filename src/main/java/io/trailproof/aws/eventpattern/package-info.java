/** Matches event patterns of EventBridge, and filter policies of SNS, which are of one language. */
@NullMarked
package io.trailproof.aws.eventpattern;

import org.jspecify.annotations.NullMarked;
