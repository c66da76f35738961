package io.trailproof.check;

import io.trailproof.graph.Resource;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Step;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges requirements, those that no event changes once only. */
final class Judging {
  private final Map<Asked, Judgement> lasting = new HashMap<>();

  /** A requirement of two resources, each of them that one and no equal one. */
  private static final class Asked {
    private final Requirement requirement;
    private final @Nullable Resource previous;
    private final Resource resource;

    Asked(Requirement requirement, Step step) {
      this.requirement = requirement;
      this.previous = step.previous().orElse(null);
      this.resource = step.resource();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // what a resource is equal to takes long to tell
    public boolean equals(@Nullable Object other) {
      return other instanceof Asked asked
          && requirement == asked.requirement
          && previous == asked.previous
          && resource == asked.resource;
    }

    @Override
    public int hashCode() {
      int hash = System.identityHashCode(requirement);
      hash = 31 * hash + System.identityHashCode(previous);
      return 31 * hash + System.identityHashCode(resource);
    }
  }

  Judgement of(Requirement requirement, Step step, Event event) {
    return requirement.condition().dependsOnEvent()
        ? requirement.condition().judge(step, event)
        : lasting.computeIfAbsent(
            new Asked(requirement, step), asked -> requirement.condition().judge(step, event));
  }
}
