package io.trailproof.remedy;

import java.util.Optional;

/** Makes the remedy of one requirement. */
@FunctionalInterface
interface Maker {
  /** What closes a breach; empty where no change is known that does. */
  Optional<Remedy> remedy(Breach breach, FreshNames names, Wishes wishes);
}
