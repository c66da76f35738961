package io.trailproof.catalog.constraint;

import io.trailproof.graph.Value;
import java.util.Collection;

/** Whether a member of an object is set. */
enum Presence {
  /** Certainly not. */
  ABSENT,
  /** In some of the ways that the input leaves open. */
  OPEN,
  /** Nothing is known of it, so that it satisfies everything. */
  UNKNOWN,
  /** Certainly. */
  SET;

  static Presence of(String name, Value.Fields object) {
    Value member = object.fields().get(name);
    return member == null ? ABSENT : of(member);
  }

  private static Presence of(Value value) {
    if (value instanceof Value.Choice choice) {
      Presence first = of(choice.candidates().get(0));
      for (Value one : choice.candidates()) {
        if (of(one) != first) {
          return OPEN;
        }
      }
      return first;
    }
    if (value.isAbsent()) {
      return ABSENT;
    }
    return value instanceof Value.Unknown ? UNKNOWN : SET;
  }

  /** How many of some members have this presence. */
  long count(Collection<String> names, Value.Fields object) {
    long count = 0;
    for (String name : names) {
      if (of(name, object) == this) {
        count++;
      }
    }
    return count;
  }
}
