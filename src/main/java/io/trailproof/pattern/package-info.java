/**
 * The command {@code pattern}: {@link io.trailproof.pattern.PatternStudy} says what there is to
 * tell of one filter pattern, {@link io.trailproof.pattern.TriedRecord} and {@link
 * io.trailproof.pattern.Vectors} hold it against records, and the two reports print that.
 */
@NullMarked
package io.trailproof.pattern;

import org.jspecify.annotations.NullMarked;
