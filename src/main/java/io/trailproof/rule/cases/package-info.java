/** The cases that stand beside a rule: resources in canonical words, and what must come of them. */
@NullMarked
package io.trailproof.rule.cases;

import org.jspecify.annotations.NullMarked;
