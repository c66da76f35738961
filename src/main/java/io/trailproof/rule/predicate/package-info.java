/** The named predicates that rules may use: one class each, over an engine of {@code aws}. */
@NullMarked
package io.trailproof.rule.predicate;

import org.jspecify.annotations.NullMarked;
