package io.trailproof.aws.filterpattern.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.trailproof.aws.filterpattern.Cases;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.Golden;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Laws of coverage over seeded random patterns; together they say that it agrees with trying every
 * record.
 */
class CoverageProperties {
  private static final String EVENT = "AttachRolePolicy";
  private static final Scenario SCENARIO = Scenario.event("iam.amazonaws.com", EVENT);
  private static final List<String> SCALARS =
      List.of("$.userIdentity.type", "$.userIdentity.arn", "$.sourceIPAddress", "$.eventName");
  private static final List<String> TREES =
      List.of(
          "$.requestParameters",
          "$.requestParameters.a",
          "$.requestParameters.b",
          "$.requestParameters.a.b",
          "$.requestParameters.a[0]",
          "$.requestParameters.a[1]",
          "$.requestParameters.*",
          "$.requestParameters.a.*",
          "$.requestParameters.*.b",
          "$.requestParameters.a[*]",
          "$.requestParameters[*].a");

  @Test
  void answersOnScalarFieldsAgreeWithRecords() {
    agree(new Random(11), SCALARS, Cases.of(6_000), 10, Cases.of(1_000));
  }

  @Test
  void answersOnNestedFieldsAgreeWithRecords() {
    agree(new Random(12), TREES, Cases.of(6_000), 10, Cases.of(5));
  }

  @Test
  void answersOnOneFieldAgreeWithRecords() {
    List<String> array =
        List.of("$.requestParameters.a", "$.requestParameters.a[*]", "$.requestParameters.a[0]");
    agree(new Random(13), List.of("$.requestParameters.a"), Cases.of(2_000), 10, Cases.of(0));
    agree(new Random(14), array, Cases.of(4_000), 10, Cases.of(2));
    agree(new Random(15), List.of("$.userIdentity.type"), Cases.of(6_000), 5, Cases.of(1_000));
  }

  @Test
  void whatNamesSettleASearchFindsToo() {
    SmallWorld world =
        new SmallWorld(
            new Random(16), List.of("$.eventName", "$.eventSource", "$.userIdentity.type"));
    int settled = 0;
    for (int round = 0; round < Cases.of(6_000); round++) {
      FilterPattern pattern = world.pattern(3);
      if (pattern instanceof JsonPattern json && SCENARIO.isWithin(json.expression())) {
        settled++;
        assertEquals(
            new Coverage.Complete(),
            new CoverageQuestion(List.of(pattern), SCENARIO).covers(),
            pattern.print());
      }
    }
    assertTrue(settled >= Cases.of(300), settled + " settled");
  }

  private static void agree(
      Random random, List<String> selectors, int rounds, int records, int least) {
    SmallWorld world = new SmallWorld(random, selectors);
    Map<String, Integer> counts = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      List<FilterPattern> patterns = new ArrayList<>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        patterns.add(world.pattern(2));
      }
      String answer =
          Coverage.of(patterns, SCENARIO)
              .match(
                  complete -> "complete",
                  misses -> {
                    assertEscapes(patterns, misses.witness().record());
                    return "misses";
                  },
                  undecided -> {
                    assertTrue(
                        undecided.why().contains("wildcard and regular expression")
                            || undecided.why().contains("steps"),
                        undecided.why());
                    return "undecided: " + undecided.why();
                  });
      counts.merge(answer, 1, Integer::sum);
      for (int i = 0; i < records; i++) {
        Json.Obj record = world.record(EVENT);
        boolean escapes = patterns.stream().allMatch(p -> p.matches(record) == Truth.NO);
        if (escapes && answer.equals("complete")) {
          fail(
              patterns.stream().map(FilterPattern::print).toList()
                  + " let "
                  + record.print()
                  + " escape");
        }
      }
    }
    System.out.println("coverage of small worlds: " + counts);
    assertTrue(counts.getOrDefault("complete", 0) >= least, counts.toString());
    int answered = counts.getOrDefault("complete", 0) + counts.getOrDefault("misses", 0);
    assertTrue(answered > rounds * 99 / 100, counts.toString());
  }

  private static void assertEscapes(List<FilterPattern> patterns, Json.Obj record) {
    for (FilterPattern pattern : patterns) {
      assertEquals(Truth.NO, pattern.matches(record), pattern.print() + " on " + record.print());
    }
    assertTrue(Facts.hold(record), record.print());
    SCENARIO
        .condition()
        .ifPresent(condition -> assertEquals(Truth.YES, condition.matches(record), record.print()));
  }

  @Test
  void whatIsReachedIsMatchedAndWhatIsNeverReachedIsNot() {
    Random random = new Random(16);
    SmallWorld world = new SmallWorld(random, TREES);
    Map<String, Integer> counts = new TreeMap<>();
    for (int round = 0; round < Cases.of(4_000); round++) {
      FilterPattern pattern = world.pattern(2);
      String answer =
          Reach.of(pattern, SCENARIO)
              .match(
                  reachable -> {
                    Json.Obj record = reachable.example().record();
                    assertEquals(
                        Truth.YES,
                        pattern.matches(record),
                        pattern.print() + " on " + record.print());
                    assertTrue(Facts.hold(record), record.print());
                    return "reachable";
                  },
                  never -> "never",
                  undecided -> "undecided");
      counts.merge(answer, 1, Integer::sum);
      for (int i = 0; i < 10 && answer.equals("never"); i++) {
        Json.Obj record = world.record(EVENT);
        assertNotEquals(
            Truth.YES, pattern.matches(record), pattern.print() + " on " + record.print());
      }
    }
    System.out.println("reach of small worlds: " + counts);
  }

  @Test
  void morePatternsNeverCoverLess() {
    Random random = new Random(17);
    SmallWorld world = new SmallWorld(random, TREES);
    for (int round = 0; round < Cases.of(1_000); round++) {
      FilterPattern one = world.pattern(2);
      FilterPattern other = world.pattern(2);
      boolean complete = Coverage.of(List.of(one), SCENARIO).equals(new Coverage.Complete());
      Coverage both = Coverage.of(List.of(other, one), SCENARIO);
      assertTrue(
          !complete || both.equals(new Coverage.Complete()),
          one.print() + " with " + other.print());
    }
  }

  @Test
  void aPatternCoversTheScenarioThatItDescribes() {
    Random random = new Random(18);
    SmallWorld world = new SmallWorld(random, TREES);
    for (int round = 0; round < Cases.of(1_000); round++) {
      JsonPattern pattern = (JsonPattern) world.pattern(2);
      String answer =
          Coverage.of(List.of(pattern), Scenario.of(pattern))
              .match(
                  c -> "complete", m -> "misses " + m.witness().record().print(), u -> "undecided");
      assertTrue(!answer.startsWith("misses"), pattern.print() + " " + answer);
    }
  }

  @Test
  void hostilePatternsAreAnsweredWithinTheStepLimit() {
    Random random = new Random(19);
    for (int round = 0; round < Cases.of(400); round++) {
      assertAnswered(HostilePatterns.next(random));
    }
    List<String> kept =
        Golden.read("hostile.txt").lines().filter(line -> !line.startsWith("#")).toList();
    assertTrue(kept.size() > 20, kept.size() + " kept");
    kept.forEach(line -> assertAnswered(line.substring(line.indexOf(": ") + 2)));
  }

  private static void assertAnswered(String text) {
    FilterPattern pattern = CoverageTest.pattern(text);
    Coverage.of(List.of(pattern), SCENARIO)
        .match(
            complete -> true,
            misses -> {
              assertEscapes(List.of(pattern), misses.witness().record());
              return true;
            },
            undecided -> {
              assertTrue(undecided.why().contains("steps"), text + ": " + undecided.why());
              return true;
            });
  }
}
