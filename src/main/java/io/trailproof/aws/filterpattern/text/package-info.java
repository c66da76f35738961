/**
 * Sets of strings as one comparison of a filter pattern picks them out, and the search for a string
 * that lies in some of them and outside others.
 */
@NullMarked
package io.trailproof.aws.filterpattern.text;

import org.jspecify.annotations.NullMarked;
