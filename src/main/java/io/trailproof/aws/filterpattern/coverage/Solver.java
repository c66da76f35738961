package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.coverage.ValueSet.NumberSet;
import io.trailproof.aws.filterpattern.text.StepBudget;
import io.trailproof.aws.filterpattern.text.TextSet;
import io.trailproof.aws.filterpattern.text.TextSolver;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds strings and numbers, and remembers what it found, because a search asks the same again and
 * again.
 */
final class Solver {
  private final StepBudget steps;
  private final Gaps gaps;
  private final Map<List<Object>, Optional<String>> texts = new HashMap<>();
  private final Map<List<Object>, Optional<String>> numbers = new HashMap<>();

  Solver(StepBudget steps, Gaps gaps) {
    this.steps = steps;
    this.gaps = gaps;
  }

  StepBudget steps() {
    return steps;
  }

  Gaps gaps() {
    return gaps;
  }

  Optional<String> text(List<TextSet> inside, List<TextSet> outside, List<String> preferred) {
    List<Object> key = List.of(inside, outside, preferred);
    Optional<String> known = texts.get(key);
    if (known == null) {
      known = TextSolver.solve(inside, outside, preferred, steps);
      texts.put(key, known);
    }
    return known;
  }

  Optional<String> number(List<NumberSet> inside, List<NumberSet> outside) {
    List<Object> key = List.of(inside, outside);
    Optional<String> known = numbers.get(key);
    if (known == null) {
      known = NumberSolver.solve(inside, outside, steps, gaps);
      numbers.put(key, known);
    }
    return known;
  }

  /** Why a search that found nothing does not prove that there is nothing; empty if it does. */
  static final class Gaps {
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
}
