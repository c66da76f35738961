package io.trailproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rule says that its events rest on. */
final class AssumedOfEventsTest {
  private static final Rule RULE = RulesFolder.rule("cloudtrail-changes");
  private static final ResourceGraph WHOLE =
      Outsiders.complete(
          RulesFolder.CATALOG, RulesFolder.cases(RULE).get(0).given(), List.of(), List.of());
  private static final Assumption ASSUMED =
      new Assumption(
          Assumed.EVENT_IS_TOLD_OF, "a trail still delivers the call that ends it", "trail");

  @Test
  void aPassSaysIt() {
    RuleResult result = new Checker(RulesFolder.CATALOG).check(RULE, WHOLE);
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(1, result.assumptions().stream().filter(ASSUMED::equals).count());
  }

  @Test
  void whereNothingIsAssumedTheseEventsAreUnknown() {
    RuleResult result = new Checker(RulesFolder.CATALOG, true).check(RULE, WHOLE);
    assertEquals(
        List.of("DeleteTrail", "StopLogging", "UpdateTrail"),
        result.proofs().stream()
            .filter(AssumedOfEventsTest::saysIt)
            .map(proof -> proof.event().name())
            .toList());
  }

  private static boolean saysIt(EventProof proof) {
    PathStep first = proof.path().steps().get(0);
    return first.judged(Verdict.UNKNOWN).stream()
        .anyMatch(one -> one.judgement().why().equals(ASSUMED.message()));
  }
}
