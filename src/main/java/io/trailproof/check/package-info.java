/**
 * Rules against the resource graph. {@link io.trailproof.check.Checker} is the way in: it has
 * {@code check.search} find the best path of each event, words what is broken as findings, and
 * hands over what {@code check.result} names.
 */
@NullMarked
package io.trailproof.check;

import org.jspecify.annotations.NullMarked;
