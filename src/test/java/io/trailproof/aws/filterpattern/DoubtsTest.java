package io.trailproof.aws.filterpattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is left open because nobody has written down or recorded what the service does
 * (filter-patterns §8).
 */
class DoubtsTest {
  private static List<String> doubts(String pattern) {
    return FilterPattern.parse(pattern)
        .match(
            a ->
                a.doubts().stream()
                    .map(d -> pattern.substring(d.start(), d.end()) + ": " + d.message())
                    .toList(),
            r -> List.of("rejected: " + r.rejections()));
  }

  private static Match match(String pattern, String message) {
    return FilterPattern.parse(pattern).match(a -> a.pattern().matches(message), r -> Match.NO);
  }

  private static void assertOpen(String pattern, String message) {
    assertEquals(1, doubts(pattern).size(), doubts(pattern).toString());
    assertEquals(Match.UNKNOWN, match(pattern, message), pattern + " on " + message);
  }

  @Test
  void aStarWithinATextMayBeAWildcardOrItself() {
    String pattern = "{ $.a = \"Ev*ent\" }";
    assertEquals(
        List.of("\"Ev*ent\": whether `*` within `Ev*ent` is a wildcard is not documented"),
        doubts(pattern));
    assertEquals(Match.YES, match(pattern, "{\"a\":\"Ev*ent\"}"));
    assertEquals(Match.UNKNOWN, match(pattern, "{\"a\":\"Evident\"}"));
    assertEquals(Match.NO, match(pattern, "{\"a\":\"Even\"}"));
    String negated = "{ $.a != \"Ev*ent\" }";
    assertEquals(Match.NO, match(negated, "{\"a\":\"Ev*ent\"}"));
    assertEquals(Match.UNKNOWN, match(negated, "{\"a\":\"Evident\"}"));
    assertEquals(Match.YES, match(negated, "{\"a\":\"Even\"}"));
    assertEquals(List.of(), doubts("{ $.a = \"*x*\" && $.b = \"**\" && $.c = \"*\" }"));
  }

  @Test
  void unquotedCharactersThatNobodyTried() {
    for (String text : List.of("a-b", "a/b", "a@b", "é", "NULL")) {
      assertOpen("{ $.a = " + text + " }", "{\"a\":\"" + text + "\"}");
      assertOpen("{ $.a != " + text + " }", "{\"a\":\"other\"}");
      assertEquals(Match.NO, match("{ $.a != " + text + " }", "{\"a\":null}"));
    }
  }

  @Test
  void escapesInQuotedTexts() {
    assertOpen("{ $.a = \"x\\\\y\" }", "{\"a\":\"x\\\\y\"}");
    assertOpen("{ $.a = \"x\\\"y\" }", "{\"a\":\"x\\\"y\"}");
    assertOpen("{ $.a = \"x\\\" }", "{\"a\":\"x\\\\\"}");
  }

  @Test
  void theRest() {
    assertOpen("{}", "{\"a\":1}");
    assertEquals(Match.NO, match("{}", "no JSON"));
    assertOpen("{ $.a not exists }", "{}");
    assertOpen("{ $.a.['b'] = 1 }", "{\"a\":{\"b\":1}}");
    assertOpen("{ $.a['b'] = 1 }", "{\"a\":{\"b\":1}}");
    assertOpen("{ $.a = %\\bx% }", "{\"a\":\"x\"}");
    assertOpen("[(a = 1)]", "1");
    assertEquals(Match.NO, match("[(a = 1)]", "2"));
    assertEquals(List.of(), doubts("{ $.['a.b'] = 1 && $.a is null && $.b Is True }"));
  }

  @Test
  void aDoubtThatDoesNotMatterChangesNothing() {
    assertEquals(Match.YES, match("{ $.a = x || $.b = c-d }", "{\"a\":\"x\"}"));
    assertEquals(Match.NO, match("{ $.a = x && $.b = c-d }", "{\"a\":\"y\",\"b\":\"c-d\"}"));
  }

  @Test
  void theTextOfAFractionIsKnownOnlyWhereItWasRecorded() {
    assertEquals(Match.YES, match("{ $.a = \"1.0\" }", "{\"a\":1e0}"));
    assertEquals(Match.NO, match("{ $.a = \"1e0\" }", "{\"a\":1e0}"));
    assertEquals(Match.UNKNOWN, match("{ $.a = \"1.50\" }", "{\"a\":1.50}"));
    assertEquals(Match.NO, match("{ $.a = \"2*\" }", "{\"a\":1.50}"));
    assertEquals(Match.YES, match("{ $.a = 1.5 }", "{\"a\":1.50}"));
  }
}
