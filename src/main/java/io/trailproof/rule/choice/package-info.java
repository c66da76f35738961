/** Which rules the words of users ask for: ids, globs of ids, and controls. */
@NullMarked
package io.trailproof.rule.choice;

import org.jspecify.annotations.NullMarked;
