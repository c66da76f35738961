package io.trailproof.aws.filterpattern.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.aws.filterpattern.FilterPattern;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static String explained(String pattern) {
    return FilterPattern.parse(pattern)
        .match(a -> String.join("\n", Explanation.of(a.pattern()).lines()) + "\n", r -> "rejected");
  }

  @Test
  void aJsonPatternIsATreeOfConditions() {
    assertEquals(
        """
        matches a JSON object of which
          all of
            `$.eventSource` is `iam.amazonaws.com`
            any of
              `$.eventName` starts with `Put`
              `$.eventName` matches `%Policy$%`
              `$.userIdentity.arn` is present and does not contain `role/ci`
              `$.requestParameters.count` is a number and more than `5`
              some `$.resources.*` is null
              no `$.resources.*` is `x`
              `$.errorCode` is absent
        """,
        explained(
            "{ $.eventSource = iam.amazonaws.com && ($.eventName = Put* || $.eventName = %Policy$% ||"
                + " $.userIdentity.arn != \"*role/ci*\" || $.requestParameters.count > 5 || $.resources[*] IS NULL ||"
                + " $.resources[*] != x || $.errorCode NOT EXISTS) }"));
  }

  @Test
  void theOtherFormsAreExplainedToo() {
    assertEquals("matches everything\n", explained(""));
    assertEquals("matches everything\n", explained("[]"));
    assertEquals("matches a text in which `%a|b%` is found\n", explained("%a|b%"));
    assertEquals(
        """
        matches a text for which any of
          contains `a`
          contains `b c`
        """,
        explained("?a ?\"b c\""));
    assertEquals(
        """
        matches a text for which all of
          contains `a`
          does not contain `b`
          may contain `c`, which is ignored
        """,
        explained("a -b ?c"));
    assertEquals(
        """
        matches a line of words
          the word `ip`
          any words
          the word `status` with `status=4*&&status!=404`
          a word
        """,
        explained("[ip, ..., status = 4* && status != 404, ]"));
  }

  @Test
  void everyWayToCompareHasItsWords() {
    assertEquals(
        """
        matches a JSON object of which
          any of
            `$.a` is a string or a number
            `$.a` is present and is neither a string nor a number
            `$.a` ends with `x`
            `$.a` is present and does not end with `x`
            `$.a` is present and does not start with `x`
            `$.a` is present and does not match `%x%`
            `$.a` is `x*y`
            `$.a` is ``
            there is no `$.a.*`
            some `$.a.*` is a number and at most `5`
        """,
        explained(
            "{ $.a = * || $.a != * || $.a = *x || $.a != *x || $.a != x* || $.a != %x% || $.a = x*y"
                + " || $.a = \"\" || $.a.* NOT EXISTS || $.a[*] <= 5 }"));
  }
}
