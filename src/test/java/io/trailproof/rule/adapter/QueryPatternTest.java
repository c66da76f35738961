package io.trailproof.rule.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.filterpattern.EmptyPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.Reach;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import io.trailproof.aws.insights.LogsQuery;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the coverage engine makes of queries, held against records one by one (T13). */
final class QueryPatternTest {
  private static final Scenario CREATED = Scenario.event("iam.amazonaws.com", "CreatePolicy");

  private static final List<String> FIELDS =
      List.of("userAgent", "vpcEndpointId", "sourceIPAddress");
  private static final List<String> TEXTS = List.of("x", "y", "xy", "x*", "*", "yx", "X");

  private static JsonPattern pattern(String condition) {
    return QueryPattern.of(LogsQuery.read("filter " + condition).condition());
  }

  private static Truth covers(JsonPattern pattern) {
    return Coverage.of(List.of(pattern), CREATED)
        .match(complete -> Truth.YES, misses -> Truth.NO, undecided -> Truth.UNKNOWN);
  }

  private static Truth matches(String condition, String member, Json value) {
    return pattern(condition).matches(new Json.Obj(Map.of(member, value)));
  }

  @Test
  void aStarIsALetter() {
    assertEquals(Truth.NO, matches("a = 'x*'", "a", new Json.Str("xy")));
    assertEquals(Truth.YES, matches("a = 'x*'", "a", new Json.Str("x*")));
    assertEquals(Truth.NO, matches("a like 'x*'", "a", new Json.Str("xxy")));
    assertEquals(Truth.YES, matches("a like 'x*'", "a", new Json.Str("xx*y")));
  }

  @Test
  void whatIsNoTextIsNotKnown() {
    assertEquals(Truth.UNKNOWN, matches("a = 'true'", "a", Json.Bool.TRUE));
    assertEquals(Truth.UNKNOWN, matches("a != '1'", "a", new Json.Num("1")));
    assertEquals(Truth.NO, matches("a = 'x'", "b", new Json.Str("x")));
    assertEquals(Truth.UNKNOWN, matches("a != 'x'", "b", new Json.Str("x")));
  }

  @Test
  void theTextOfARecordIsToldByItsFields() {
    assertEquals(Truth.YES, covers(pattern("@message like 'CreatePolicy'")));
    assertEquals(Truth.UNKNOWN, covers(pattern("@message like 'AttachRolePolicy'")));
    assertEquals(Truth.UNKNOWN, covers(pattern("@message like '\"CreatePolicy\"'")));
    assertEquals(Truth.UNKNOWN, covers(pattern("@message like /^.eventVersion/")));
    assertEquals(Truth.NO, covers(pattern("@message not like 'CreatePolicy'")));
  }

  @Test
  void unreadPartsAreNamed() {
    String why =
        Coverage.of(List.of(pattern("eventName like 'Policy' and bin(5m) > 3")), CREATED)
            .match(complete -> "", misses -> "", undecided -> undecided.why());
    assertEquals("it hinges on `bin(5m) > 3`, which is not read exactly", why);
  }

  /** A witness gets away for certain; of what is complete no record does. */
  @Test
  void coverageIsThatOfTheRecords() {
    Json.Obj plain =
        Reach.of(new EmptyPattern(), CREATED)
            .match(
                reachable -> reachable.example().record(),
                never -> new Json.Obj(Map.of()),
                undecided -> new Json.Obj(Map.of()));
    Random random = new Random(13);
    Map<Truth, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < 2_000; i++) {
      JsonPattern pattern = pattern(condition(random, 3));
      Truth covered =
          Coverage.of(List.of(pattern), CREATED)
              .match(
                  complete -> Truth.YES,
                  misses -> {
                    assertEquals(Truth.NO, pattern.matches(misses.witness().record()));
                    return Truth.NO;
                  },
                  undecided -> Truth.UNKNOWN);
      seen.merge(covered, 1, Integer::sum);
      Truth worst = worst(pattern, plain);
      assertTrue(covered.compareTo(worst) <= 0, pattern.print() + " is said to be " + covered);
      if (worst == Truth.NO) {
        assertEquals(Truth.NO, covered, pattern.print());
      }
    }
    assertEquals(3, seen.size(), seen.toString());
  }

  /** The least that the pattern says of some records that differ in the fields it asks about. */
  private static Truth worst(JsonPattern pattern, Json.Obj plain) {
    Truth worst = Truth.YES;
    for (String agent : List.of("", "x", "y", "xy", "x*", "*", "yx", "X", "zz")) {
      for (String endpoint : List.of("", "x", "y", "xy", "x*", "*", "yx", "X", "zz")) {
        for (String address : List.of("x", "y", "xy", "x*", "*", "yx", "X", "zz")) {
          Map<String, Json> members = new LinkedHashMap<>(plain.members());
          put(members, "userAgent", agent);
          put(members, "vpcEndpointId", endpoint);
          put(members, "sourceIPAddress", address);
          worst = worst.and(pattern.matches(new Json.Obj(members)));
        }
      }
    }
    return worst;
  }

  private static void put(Map<String, Json> members, String name, String text) {
    if (text.isEmpty()) {
      members.remove(name);
    } else {
      members.put(name, new Json.Str(text));
    }
  }

  private static String condition(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      String text = TEXTS.get(random.nextInt(TEXTS.size()));
      String field = FIELDS.get(random.nextInt(FIELDS.size()));
      return switch (random.nextInt(6)) {
        case 0 -> field + " = '" + text + "'";
        case 1 -> field + " != '" + text + "'";
        case 2 -> field + " like '" + text + "'";
        case 3 -> field + " not like '" + text + "'";
        case 4 -> field + " in ['" + text + "', 'x']";
        default -> field + " like /(?i)^x|y$/";
      };
    }
    String inner =
        "("
            + condition(random, depth - 1)
            + (random.nextBoolean() ? ") and (" : ") or (")
            + condition(random, depth - 1)
            + ")";
    return random.nextInt(4) == 0 ? "not (" + inner + ")" : inner;
  }
}
