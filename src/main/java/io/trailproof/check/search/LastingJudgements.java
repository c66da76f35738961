package io.trailproof.check.search;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.EventKind;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes in a graph of requirements that no event changes: the same for all rules of a run. */
final class LastingJudgements {
  private final Map<Asked, ByEvent<Judged>> known = new HashMap<>();

  /** A requirement at a place of a path; by identity, as what these are equal to takes long. */
  private record Asked(
      Requirement requirement,
      Optional<Resource> earlier,
      Optional<Resource> previous,
      Resource resource) {
    @Override
    @SuppressWarnings("ReferenceEquality") // as the comment above says
    public boolean equals(@Nullable Object other) {
      return other instanceof Asked asked
          && requirement == asked.requirement
          && resource == asked.resource
          && previous.orElse(null) == asked.previous.orElse(null)
          && earlier.orElse(null) == asked.earlier.orElse(null);
    }

    @Override
    public int hashCode() {
      return Objects.hash(
          System.identityHashCode(requirement),
          System.identityHashCode(earlier.orElse(null)),
          System.identityHashCode(previous.orElse(null)),
          System.identityHashCode(resource));
    }
  }

  private LastingJudgements() {}

  static LastingJudgements of(ResourceGraph graph) {
    return graph.once(LastingJudgements.class, LastingJudgements::new);
  }

  /** What comes of a requirement that does not depend on the event. */
  ByEvent<Judged> ask(Requirement requirement, Step step, EventKind kind) {
    Asked asked = new Asked(requirement, step.earlier(), step.previous(), step.resource());
    ByEvent<Judged> before = known.get(asked);
    if (before == null) {
      before = requirement.ask(step, kind);
      known.put(asked, before);
    }
    return before;
  }
}
