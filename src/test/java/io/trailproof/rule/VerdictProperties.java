package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.diagnostic.Assumed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kleene's laws, tried on all there are. */
final class VerdictProperties {
  private static final Assumption CONFIRMS =
      new Assumption(Assumed.SUBSCRIBER_CONFIRMS, "somebody does", "mail");
  private static final Assumption ENDS =
      new Assumption(Assumed.LOG_GROUP_ARN_ENDS_IN_STAR, "it ends in a star", "trail");

  @Test
  void andIsTheWorseAndOrTheBetter() {
    for (Verdict a : Verdict.values()) {
      for (Verdict b : Verdict.values()) {
        assertEquals(a.and(b), b.and(a));
        assertEquals(a.or(b), b.or(a));
        assertEquals(a, a.and(a.or(b)));
        assertEquals(a, a.or(a.and(b)));
        assertEquals(a.and(b).not(), a.not().or(b.not()));
        for (Verdict c : Verdict.values()) {
          assertEquals(a.and(b).and(c), a.and(b.and(c)));
          assertEquals(a.or(b).or(c), a.or(b.or(c)));
          assertEquals(a.and(b.or(c)), a.and(b).or(a.and(c)));
        }
      }
      assertEquals(a, a.not().not());
      assertEquals(a, a.and(Verdict.PASS));
      assertEquals(a, a.or(Verdict.FAIL));
      assertEquals(Verdict.FAIL, a.and(Verdict.FAIL));
    }
    assertEquals(Verdict.UNKNOWN, Verdict.UNKNOWN.and(Verdict.UNKNOWN.not()));
  }

  @Test
  void judgementsFollowTheirVerdicts() {
    List<Judgement> all =
        List.of(Judgement.fail("no"), Judgement.unknown("who knows"), Judgement.pass());
    for (Judgement a : all) {
      for (Judgement b : all) {
        assertEquals(a.verdict().and(b.verdict()), a.and(b).verdict());
        assertEquals(a.verdict().or(b.verdict()), a.or(b).verdict());
      }
    }
  }

  @Test
  void theReasonIsThatOfTheVerdict() {
    Judgement fail = Judgement.fail("no");
    Judgement unknown = Judgement.unknown("who knows");
    assertEquals("no", fail.and(unknown).why());
    assertEquals("no", unknown.and(fail).why());
    assertEquals("who knows", unknown.or(fail).why());
    assertEquals("no", fail.and(Judgement.fail("also no")).why());
  }

  @Test
  void assumptionsAddUpWhereBothHold() {
    Judgement both = Judgement.passIf(CONFIRMS).and(Judgement.passIf(ENDS));
    assertEquals(List.of(CONFIRMS, ENDS), both.assumptions());
    assertTrue(Judgement.passIf(CONFIRMS).and(Judgement.fail("no")).assumptions().isEmpty());
    assertEquals(
        List.of(CONFIRMS), Judgement.passIf(CONFIRMS).or(Judgement.unknown("?")).assumptions());
  }
}
