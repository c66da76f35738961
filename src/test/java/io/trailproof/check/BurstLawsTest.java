package io.trailproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.alarm.Burst;
import io.trailproof.rule.Event;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.cases.RuleCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of one event holds of a burst, and more events never make a failure of a pass. */
final class BurstLawsTest {
  private static final int CASES = 120;

  private static Rule of(Burst burst) {
    return new Rule(
        Bench.SHORT.id(),
        Bench.SHORT.title(),
        Bench.SHORT.subject(),
        Bench.SHORT.description(),
        Bench.SHORT.claim(),
        Bench.SHORT.severity(),
        Bench.SHORT.ways(),
        Bench.SHORT.events().stream().map(event -> of(event, burst)).toList(),
        Bench.SHORT.controls(),
        Bench.SHORT.comparedWith(),
        Bench.SHORT.byDefault(),
        Bench.SHORT.asked());
  }

  private static Event of(Event event, Burst burst) {
    return new Event(
        event.name(),
        event.source(),
        event.pattern(),
        event.when(),
        event.outcome(),
        event.access(),
        event.regions(),
        burst,
        event.assumes());
  }

  @Test
  void burstsPassWhereOneEventDoes() {
    Random random = new Random(2_026);
    List<RuleCase> cases = new ArrayList<>(Bench.CASES);
    Collections.shuffle(cases, random);
    int passed = 0;
    for (RuleCase one : cases.subList(0, CASES)) {
      int times = 2 + random.nextInt(5);
      long seconds = 60L * (1 + random.nextInt(20));
      Verdict single = Bench.check(Bench.SHORT, one.given()).verdict();
      Verdict burst = Bench.check(of(new Burst(times, seconds)), one.given()).verdict();
      Verdict more = Bench.check(of(new Burst(times * 3, seconds)), one.given()).verdict();
      if (single == Verdict.PASS) {
        passed++;
        assertEquals(Verdict.PASS, burst, one.name());
      }
      if (burst == Verdict.PASS) {
        assertNotEquals(Verdict.FAIL, more, one.name());
      }
    }
    assertTrue(passed > 10, "only " + passed + " pass");
  }
}
