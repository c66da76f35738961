/**
 * Values of a graph in the words of the engines below {@code aws}: what a predicate hands over
 * before it asks.
 *
 * <p>Predicates use adapters; no adapter knows a predicate.
 */
@NullMarked
package io.trailproof.rule.adapter;

import org.jspecify.annotations.NullMarked;
