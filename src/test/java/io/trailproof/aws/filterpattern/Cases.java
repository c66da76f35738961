package io.trailproof.aws.filterpattern;

/**
 * How many seeded cases a law is tried on: all of them in the build, a share of them where tests
 * run once for every mutant.
 */
public final class Cases {
  private static final int DIVISOR = Integer.getInteger("trailproof.cases.divisor", 1);

  private Cases() {}

  public static int of(int all) {
    return all / DIVISOR;
  }
}
