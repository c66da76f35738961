package io.trailproof.rule;

import java.util.Map;
import java.util.Optional;

/** A condition that needs computing, under the name that rules call it by. */
public interface Predicate {
  /** The name in rules, such as {@code matches-event}. */
  String name();

  /** One sentence for the documentation of predicates. */
  String description();

  /** True if two events can be judged differently. */
  default boolean dependsOnEvent() {
    return false;
  }

  /** What rules pairs of resources out without judging them. */
  default Optional<JoinKeys> joinKeys() {
    return Optional.empty();
  }

  /** Judges one step of a path for one event. */
  Judgement judge(Step step, Event event, Map<String, String> arguments);
}
