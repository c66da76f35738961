package io.trailproof.catalog;

/** Whether an input sets a property that the catalog does not let pass. */
@FunctionalInterface
public interface Given {
  /** What stands in the input is set. */
  Given WRITTEN = setting -> true;

  /** Whether it is set, rather than told by what looks after the resource. */
  boolean isSet(Setting setting);
}
