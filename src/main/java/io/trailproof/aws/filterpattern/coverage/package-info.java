/**
 * Whether every CloudTrail record of a kind matches one of several filter patterns, and which one
 * gets away if not.
 *
 * <p>A comparison splits the values of a place into those it picks out and the rest, so a record
 * that gets away is found by choosing for each place one of finitely many sets; what is searched
 * for is a choice that makes every pattern false.
 */
@NullMarked
package io.trailproof.aws.filterpattern.coverage;

import org.jspecify.annotations.NullMarked;
