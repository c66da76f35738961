package io.trailproof.rule.predicate;

import io.trailproof.rule.Predicate;
import java.util.List;

/** Every predicate that a rule may name. */
public final class Predicates {
  /** In alphabetical order of their names. */
  public static final List<Predicate> ALL = List.of();

  private Predicates() {}
}
