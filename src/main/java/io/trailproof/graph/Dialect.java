package io.trailproof.graph;

/** The language a resource was written in. */
public enum Dialect {
  TERRAFORM("terraform"),
  CLOUDFORMATION("cloudformation"),
  /** The catalog's own words: rule tests and declared resources. */
  CANONICAL("canonical");

  private final String word;

  Dialect(String word) {
    this.word = word;
  }

  /** Its name in the catalog. */
  public String word() {
    return word;
  }
}
