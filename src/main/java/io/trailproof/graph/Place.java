package io.trailproof.graph;

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
}
