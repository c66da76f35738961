/**
 * What a person would want to be told about a filter pattern: its meaning in words, its traps, and
 * a better one.
 */
@NullMarked
package io.trailproof.aws.filterpattern.insight;

import org.jspecify.annotations.NullMarked;
