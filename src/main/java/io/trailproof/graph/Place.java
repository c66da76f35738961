package io.trailproof.graph;

/**
 * Where a resource lives.
 *
 * @param region the Region, or the symbol of a Region that the input does not name
 * @param account the account, likewise
 */
public record Place(Value region, Value account) {}
