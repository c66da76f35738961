package io.trailproof.diagnostic;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A file that is named and stated is opened twice; what is wrong with it is said once. */
public final class SaidOnce {
  private final Set<List<String>> said = new HashSet<>();

  /** True the first time that this is said. */
  public boolean isNew(Diagnostic one) {
    return said.add(
        List.of(
            one.code(),
            one.message(),
            one.input(),
            one.primary() == null ? "" : one.primary().part().toString()));
  }
}
