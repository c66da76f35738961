package io.trailproof.aws.filterpattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.kleene.Truth;
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

  private static Truth match(String pattern, String message) {
    return FilterPattern.parse(pattern).match(a -> a.pattern().matches(message), r -> Truth.NO);
  }

  private static void assertOpen(String pattern, String message) {
    assertEquals(1, doubts(pattern).size(), doubts(pattern).toString());
    assertEquals(Truth.UNKNOWN, match(pattern, message), pattern + " on " + message);
  }

  @Test
  void aStarWithinATextMayBeAWildcardOrItself() {
    String pattern = "{ $.a = \"Ev*ent\" }";
    assertEquals(
        List.of("\"Ev*ent\": whether `*` within `Ev*ent` is a wildcard is not documented"),
        doubts(pattern));
    assertEquals(Truth.YES, match(pattern, "{\"a\":\"Ev*ent\"}"));
    assertEquals(Truth.UNKNOWN, match(pattern, "{\"a\":\"Evident\"}"));
    assertEquals(Truth.NO, match(pattern, "{\"a\":\"Even\"}"));
    String negated = "{ $.a != \"Ev*ent\" }";
    assertEquals(Truth.NO, match(negated, "{\"a\":\"Ev*ent\"}"));
    assertEquals(Truth.UNKNOWN, match(negated, "{\"a\":\"Evident\"}"));
    assertEquals(Truth.YES, match(negated, "{\"a\":\"Even\"}"));
    assertEquals(List.of(), doubts("{ $.a = \"*x*\" && $.b = \"**\" && $.c = \"*\" }"));
  }

  @Test
  void unquotedCharactersThatNobodyTried() {
    for (String text : List.of("a-b", "a/b", "a@b", "é", "NULL")) {
      assertOpen("{ $.a = " + text + " }", "{\"a\":\"" + text + "\"}");
      assertOpen("{ $.a != " + text + " }", "{\"a\":\"other\"}");
      assertEquals(Truth.NO, match("{ $.a != " + text + " }", "{\"a\":null}"));
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
    assertEquals(Truth.NO, match("{}", "no JSON"));
    assertOpen("{ $.a not exists }", "{}");
    assertOpen("{ $.a.['b'] = 1 }", "{\"a\":{\"b\":1}}");
    assertOpen("{ $.a['b'] = 1 }", "{\"a\":{\"b\":1}}");
    assertOpen("{ $.a = %\\bx% }", "{\"a\":\"x\"}");
    assertOpen("[(a = 1)]", "1");
    assertEquals(Truth.NO, match("[(a = 1)]", "2"));
    assertEquals(List.of(), doubts("{ $.['a.b'] = 1 && $.a is null && $.b Is True }"));
  }

  @Test
  void aDoubtThatDoesNotMatterChangesNothing() {
    assertEquals(Truth.YES, match("{ $.a = x || $.b = c-d }", "{\"a\":\"x\"}"));
    assertEquals(Truth.NO, match("{ $.a = x && $.b = c-d }", "{\"a\":\"y\",\"b\":\"c-d\"}"));
  }

  @Test
  void theTextOfAFractionIsKnownOnlyWhereItWasRecorded() {
    assertEquals(Truth.YES, match("{ $.a = \"1.0\" }", "{\"a\":1e0}"));
    assertEquals(Truth.NO, match("{ $.a = \"1e0\" }", "{\"a\":1e0}"));
    assertEquals(Truth.UNKNOWN, match("{ $.a = \"1.50\" }", "{\"a\":1.50}"));
    assertEquals(Truth.NO, match("{ $.a = \"2*\" }", "{\"a\":1.50}"));
    assertEquals(Truth.YES, match("{ $.a = 1.5 }", "{\"a\":1.50}"));
  }

  @Test
  void aRecordThatIsNestedTooDeeplyForUs() {
    assertEquals(Truth.UNKNOWN, match("{$.a=1}", "{\"a\":".repeat(501)));
  }
}
