/**
 * The named predicates that rules may use. {@link io.trailproof.rule.predicate.Predicates} lists
 * them, a row each; the other classes hold the functions of the rows, by what is decided.
 */
@NullMarked
package io.trailproof.rule.predicate;

import org.jspecify.annotations.NullMarked;
