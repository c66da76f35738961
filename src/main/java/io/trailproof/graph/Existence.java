package io.trailproof.graph;

/**
 * Whether an input makes a resource or only finds it: what it finds may have relations elsewhere.
 */
public enum Existence {
  /** Made or kept by this input, which also makes what belongs to it. */
  MANAGED,
  /** Found by a data source, imported, or named by a literal: others may have related to it. */
  EXISTING,
  /** Stated by the user in a configuration file. */
  DECLARED
}
