package io.trailproof.aws.filterpattern.coverage;

import java.util.LinkedHashSet;
import java.util.Set;

/** Why a search that found nothing does not prove that there is nothing; empty if it does. */
final class Gaps {
  private final Set<String> reasons = new LinkedHashSet<>();

  void note(String reason) {
    reasons.add(reason);
  }

  boolean any() {
    return !reasons.isEmpty();
  }

  String reason() {
    return reasons.iterator().next();
  }
}
