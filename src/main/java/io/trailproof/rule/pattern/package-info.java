/** What there is to tell of one filter pattern: refusals, meaning, notes, and what it covers. */
@NullMarked
package io.trailproof.rule.pattern;

import org.jspecify.annotations.NullMarked;
