/**
 * The graph in the words of the engines of {@code aws}: a trail, an alarm, a policy, a pattern as
 * the engine for it takes them. What asks them is {@code rule.predicate}, which nothing here knows.
 */
@NullMarked
package io.trailproof.rule.adapter;

import org.jspecify.annotations.NullMarked;
