package io.trailproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.check.result.RuleResult;
import io.trailproof.rule.Event;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A name that the pattern lacks is the name that gets away, and no other. */
final class DroppedNamesTest {
  @TestFactory
  Stream<DynamicTest> theDroppedNameGetsAway() {
    return Bench.RULE.events().stream()
        .map(dropped -> dynamicTest(dropped.name(), () -> getsAway(dropped)));
  }

  private static void getsAway(Event dropped) {
    String pattern =
        Bench.RULE.events().stream()
            .filter(event -> !event.equals(dropped))
            .map(event -> "($.eventName = " + event.name() + ")")
            .collect(Collectors.joining(" || ", "{ ", " }"));
    RuleResult result = Bench.check(Bench.with(Bench.whole(), "audit", "pattern", pattern));
    assertEquals(List.of(dropped.name()), Bench.events(result, Verdict.FAIL));
    assertEquals(15, result.count(Verdict.PASS));
    assertEquals(1, result.findings().size());
    assertEquals(List.of(dropped.name()), result.findings().get(0).events());
  }

  @Test
  void theSuggestedPatternLetsNothingGetAway() {
    RuleResult result =
        Bench.check(
            Bench.with(Bench.whole(), "audit", "pattern", Bench.RULE.suggestedPatterns().get(0)));
    assertEquals(Verdict.PASS, result.verdict());
  }
}
