/** Frameworks, and the controls of theirs that rules serve. */
@NullMarked
package io.trailproof.rule.control;

import org.jspecify.annotations.NullMarked;
