package io.trailproof.aws.filterpattern.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.filterpattern.coverage.Solver.Gaps;
import io.trailproof.aws.filterpattern.coverage.ValueSet.NumberSet;
import io.trailproof.aws.filterpattern.text.StepBudget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumberSolverTest {
  private final Gaps gaps = new Gaps();

  private static List<NumberSet> sets(String... conditions) {
    return Stream.of(conditions)
        .map(text -> CoverageTest.pattern("{ $.a " + text + " }").tests().get(0))
        .map(test -> new NumberSet(test.condition(), true))
        .toList();
  }

  private Optional<String> solve(List<NumberSet> inside, List<NumberSet> outside) {
    return NumberSolver.solve(inside, outside, new StepBudget(10_000), gaps);
  }

  @Test
  void theNumberNamedOrOneBesideIt() {
    assertEquals(Optional.of("0"), solve(List.of(), List.of()));
    assertEquals(Optional.of("5"), solve(sets("= 5"), List.of()));
    assertEquals(Optional.of("51"), solve(sets("> 50"), List.of()));
    assertEquals(Optional.of("50"), solve(sets(">= 50"), List.of()));
    assertEquals(Optional.of("-6"), solve(sets("< -5"), List.of()));
    assertEquals(Optional.of("2.5"), solve(sets("> 2", "< 3"), List.of()));
    assertEquals(Optional.of("6.5"), solve(sets("> 6"), sets("= 7")));
    assertEquals(Optional.of("-1"), solve(List.of(), sets(">= 0")));
    assertFalse(gaps.any());
  }

  @Test
  void thatThereIsNoneIsShown() {
    assertEquals(Optional.empty(), solve(sets("> 3", "< 3"), List.of()));
    assertEquals(Optional.empty(), solve(sets("= 3"), sets("> 2")));
    assertEquals(Optional.empty(), solve(List.of(), sets("< 1", ">= 1")));
    assertFalse(gaps.any());
  }

  @Test
  void spellingsAreTriedAndLeftOpenWhereOnlySamplesWere() {
    assertEquals(Optional.of("12"), solve(sets("= \"12\""), List.of()));
    assertEquals(Optional.of("4"), solve(sets("= \"4*\""), List.of()));
    assertEquals(Optional.empty(), solve(sets("= \"x*\""), List.of()));
    assertFalse(gaps.any());
    assertEquals(Optional.empty(), solve(sets("= \"4*\"", "= \"*56\"", "> 700"), List.of()));
    assertTrue(gaps.any());
  }
}
