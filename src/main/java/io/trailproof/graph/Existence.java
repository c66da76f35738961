package io.trailproof.graph;

/**
 * Whether an input makes a resource or only finds it: what it finds may have relations elsewhere.
 */
public enum Existence {
  /** Made or kept by this input, which also makes what belongs to it. */
  MANAGED,
  /** Brought under this input by an import: shown whole, but others may have related to it. */
  IMPORTED,
  /** Found by a data source: others may have related to it. */
  EXISTING,
  /** Named by a literal or a parameter, and nothing else is known of it. */
  NAMED,
  /** Named by the input, which takes it away. */
  REMOVED,
  /** Not in the input at all: what may stand elsewhere beside something that exists already. */
  UNSEEN,
  /** Stated by the user in a configuration file. */
  DECLARED;

  /** True if an input holds it, and does not only name it. */
  public boolean standsInInput() {
    return this == MANAGED || this == IMPORTED || this == EXISTING || this == REMOVED;
  }

  /** True if resources that this input does not show may be related to it. */
  public boolean mayHaveRelationsElsewhere() {
    return this != MANAGED && this != REMOVED && this != DECLARED;
  }
}
