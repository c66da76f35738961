package io.trailproof.catalog;

import io.trailproof.graph.Value;

/**
 * A property of a resource that the catalog does not let pass: one that it does not classify, or
 * one that it says may silence the chain.
 *
 * @param path its names after dots, in the spelling of the resource's type
 * @param silences true for one that the catalog knows to silence
 */
public record Setting(String path, Value value, boolean silences) {}
