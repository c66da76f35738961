package io.trailproof.graph;

import io.trailproof.kleene.Truth;

/**
 * Where a resource lives.
 *
 * @param region the Region, or the symbol of a Region that the input does not name
 * @param account the account, likewise
 */
public record Place(Value region, Value account) {
  /** The scope of the account that a run is made in where no input names it. */
  public static final String OWN = "";

  /**
   * True if two accounts that no input names are one: that of the deployment, or that which the
   * same credentials lead to. The scope of such a symbol says which.
   */
  public static boolean sameAccount(Value a, Value b) {
    return a instanceof Value.Symbol x
        && b instanceof Value.Symbol y
        && x.scope().equals(y.scope());
  }

  /**
   * Whether two resources are in one Region, unless they have none, and in one account. Of what is
   * nowhere known to be it is not doubted.
   */
  public static Truth same(ResourceGraph graph, Resource a, Resource b) {
    Truth account =
        sameAccount(a.place().account(), b.place().account())
            ? Truth.YES
            : same(graph, a.place().account(), b.place().account());
    return b.type().startsWith("aws.iam.")
        ? account
        : account.and(same(graph, a.place().region(), b.place().region()));
  }

  private static Truth same(ResourceGraph graph, Value a, Value b) {
    return a instanceof Value.Unknown || b instanceof Value.Unknown ? Truth.YES : graph.same(a, b);
  }
}
