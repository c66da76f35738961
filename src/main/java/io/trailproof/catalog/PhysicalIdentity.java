package io.trailproof.catalog;

import java.util.List;

/**
 * What makes two resources of a type one object for AWS, beside Region and account, and what a
 * second creation does (table T7).
 *
 * @param by the properties that are the same
 * @param again what a call of the API does that creates what is there
 * @param byHandler what CloudFormation's handler of the type does
 * @param ignoreCase true if names are the same that differ in case alone
 * @param shares other types that the names are shared with, or may be
 * @param alike properties in which the second must be like the first, or it is refused
 */
public record PhysicalIdentity(
    List<String> by,
    Again again,
    Again byHandler,
    boolean ignoreCase,
    List<String> shares,
    List<String> alike) {
  public PhysicalIdentity {
    by = List.copyOf(by);
    shares = List.copyOf(shares);
    alike = List.copyOf(alike);
  }

  /** What comes of creating what is there. */
  public enum Again {
    /** The second is written over the first. */
    OVERWRITES,
    /** The second is the first, which stays. */
    RETURNS,
    /** There is no second. */
    REFUSES
  }
}
