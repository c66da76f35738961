package io.trailproof.aws.filterpattern.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoverageTest {
  static final List<String> CIS_EVENTS =
      List.of(
          "DeleteGroupPolicy",
          "DeleteRolePolicy",
          "DeleteUserPolicy",
          "PutGroupPolicy",
          "PutRolePolicy",
          "PutUserPolicy",
          "CreatePolicy",
          "DeletePolicy",
          "CreatePolicyVersion",
          "DeletePolicyVersion",
          "AttachRolePolicy",
          "DetachRolePolicy",
          "AttachUserPolicy",
          "DetachUserPolicy",
          "AttachGroupPolicy",
          "DetachGroupPolicy");

  static final Scenario ATTACH = Scenario.event("iam.amazonaws.com", "AttachRolePolicy");

  static FilterPattern pattern(String text) {
    return FilterPattern.parse(text)
        .match(
            accepted -> accepted.pattern(),
            rejected -> {
              throw new AssertionError(rejected.rejections().toString());
            });
  }

  /** The answer in one line, which takes no record to show. */
  static String covers(Scenario scenario, String... patterns) {
    List<FilterPattern> all = Stream.of(patterns).map(CoverageTest::pattern).toList();
    String answer = line(Coverage.of(all, scenario));
    assertEquals(answer, line(Coverage.inWords(all, scenario)));
    return answer;
  }

  private static String line(Coverage coverage) {
    return coverage.match(
        complete -> "complete",
        misses -> "misses: " + String.join("; ", misses.witness().clauses()),
        undecided -> "undecided: " + undecided.why());
  }

  static String reaches(String pattern) {
    return Reach.of(pattern(pattern), Scenario.any())
        .match(r -> "reachable", n -> "never", u -> "undecided: " + u.why());
  }

  private static void assertCovers(String expected, String... patterns) {
    assertEquals(expected, covers(ATTACH, patterns));
  }

  @Test
  void anExactNameCoversItsEventAndNoOther() {
    assertCovers("complete", "{ $.eventName = AttachRolePolicy }");
    assertCovers(
        "misses: `$.eventName` is `AttachRolePolicy`", "{ $.eventName = DetachRolePolicy }");
    assertCovers(
        "misses: `$.eventName` is `AttachRolePolicy`", "{ $.eventName = attachrolepolicy }");
    assertCovers("complete", "{ $.eventName = \"Attach*\" }", "{ $.eventName = x }");
  }

  @Test
  void whatAlwaysHoldsOfIamRecordsNarrowsNothing() {
    assertCovers("complete", "{ $.awsRegion = \"us-east-1\" && $.eventName = AttachRolePolicy }");
    assertCovers("complete", "{ $.eventType = AwsApiCall && $.managementEvent IS TRUE }");
    assertCovers("complete", "{ $.errorCode NOT EXISTS }");
    assertCovers("complete", "{ $.readOnly IS FALSE }");
    assertCovers("complete", "{ $.eventName = %Policy% && $.eventSource = iam.* }");
    assertCovers("complete", "{ $.eventVersion = \"*.*\" }");
  }

  @Test
  void aNarrowingClauseIsNamed() {
    assertCovers(
        "misses: `$.userIdentity.type` is not `Root`",
        "{ $.userIdentity.type = \"Root\" && $.eventName = AttachRolePolicy }");
    assertCovers(
        "misses: `$.userIdentity.arn` is absent",
        "{ $.userIdentity.arn != \"*role/terraform*\" && $.eventName = AttachRolePolicy }");
    assertCovers(
        "misses: `$.requestParameters.policyArn` is absent",
        "{ $.eventSource = \"iam.amazonaws.com\" && $.requestParameters.policyArn ="
            + " \"*AdministratorAccess\" }");
    assertCovers("misses: `$.awsRegion` is not `eu-west-1`", "{ $.awsRegion = \"eu-west-1\" }");
  }

  @Test
  void twoPatternsShareTheirWork() {
    assertCovers("complete", "{ $.userIdentity.type = a* }", "{ $.userIdentity.type != a* }");
    assertCovers(
        "misses: `$.userIdentity.userName` is absent",
        "{ $.userIdentity.userName = a* }",
        "{ $.userIdentity.userName != a* }");
    assertCovers(
        "complete",
        "{ $.userIdentity.userName = a* }",
        "{ $.userIdentity.userName != a* }",
        "{ $.userIdentity.userName NOT EXISTS }");
    assertCovers(
        "complete", "{ $.sourceIPAddress = %^[0-9]% }", "{ $.sourceIPAddress = %^[^0-9]% }");
    assertCovers(
        "misses: `$.userAgent` is absent",
        "{ $.userAgent = %^[0-9]% }",
        "{ $.userAgent = %^[^0-9]% }");
  }

  @Test
  void whatNobodyKnowsIsUndecidedOnlyIfItMatters() {
    assertTrue(covers(ATTACH, "{ $.eventName = \"Attach*Policy\" }").startsWith("undecided"));
    assertCovers("misses: `$.eventName` is `AttachRolePolicy`", "{ $.eventName = \"Put*Policy\" }");
    assertCovers(
        "complete", "{ $.eventName = \"Attach*Policy\" || $.eventName = AttachRolePolicy }");
    assertTrue(covers(ATTACH, "{ $.eventNam NOT EXISTS }").startsWith("undecided"));
    assertCovers("misses: `$.eventNam` is absent", "{ $.eventNam = AttachRolePolicy }");
    assertTrue(covers(ATTACH, "{}").startsWith("undecided"));
    assertCovers(
        "undecided: it hinges on `$.resources[17]=x`, and elements beyond [16] are not followed",
        "{ $.resources[17] = x }");
    assertCovers("complete", "{ $.resources[17] = x || $.eventName = AttachRolePolicy }");
  }

  @Test
  void wordsAreProvenWhereTheyMustOccur() {
    assertCovers("complete", "AttachRolePolicy");
    assertCovers("complete", "?Role ?Nothing");
    assertCovers("complete", "eventName userIdentity \":\"");
    assertCovers("misses: the record does not mention `DetachRolePolicy`", "DetachRolePolicy");
    assertCovers("misses: the record mentions `bot`", "AttachRolePolicy -bot");
    assertCovers("complete", "AttachRolePolicy -bot", "bot");
    assertCovers("complete", "%Attach.*Policy%");
    assertCovers("complete", "[]");
    assertCovers("complete", "");
  }

  @Test
  void whatCannotMatchIsNeverReached() {
    assertEquals("never", reaches("{ $.readOnly = false }"));
    assertEquals("never", reaches("{ $.eventVersion >= 1.08 }"));
    assertEquals("never", reaches("{ $.eventName = A && $.eventName = B }"));
    assertEquals("never", reaches("{ $.userIdentity = Root }"));
    assertEquals("never", reaches("{ $.eventName = a* && $.eventName != a* }"));
    assertEquals("reachable", reaches("{ $.readOnly IS FALSE }"));
    assertEquals("reachable", reaches("{ $.requestParameters.x > 5 }"));
    assertEquals("reachable", reaches("{ $.userIdentity.* = \"alice\" }"));
    assertTrue(reaches("{ $.eventnaem = x }").startsWith("undecided"));
  }

  @Test
  void wildcardSelectorsSeeEveryChild() {
    assertCovers("complete", "{ $.* = \"us-east-1\" }");
    assertCovers("complete", "{ $.*.type = * }");
    assertCovers("misses: `$.*=\"eu-west-1\"` does not hold", "{ $.* = \"eu-west-1\" }");
    assertTrue(covers(ATTACH, "{ $.requestParameters.* != \"x\" }").startsWith("misses"));
    assertTrue(covers(ATTACH, "{ $.requestParameters[*] IS NULL }").startsWith("misses"));
    assertCovers(
        "misses: `$.resources[0]` is absent", "{ $.resources[0] = * }", "{ $.resources[0] = x }");
  }

  @Test
  void aScenarioMayBeAPattern() {
    Scenario root =
        Scenario.of(
            (JsonPattern)
                pattern(
                    "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS }"));
    assertEquals("complete", covers(root, "{ $.userIdentity.type = Root }"));
    assertEquals(
        "misses: `$.eventType` is `AwsServiceEvent`",
        covers(root, "{$.userIdentity.type=\"Root\" && $.eventType !=\"AwsServiceEvent\"}"));
    Scenario impossible = Scenario.of((JsonPattern) pattern("{ $.readOnly = false }"));
    assertTrue(covers(impossible, "{ $.a = 1 }").startsWith("undecided: no record is like"));
  }

  private static Scenario scenario(String condition) {
    return Scenario.of((JsonPattern) pattern("{ " + condition + " }"));
  }

  @Test
  void anArrayHoldsANullOrItDoesNot() {
    Scenario holds = scenario("$.resources IS NULL && $.resources[0] = 1");
    assertEquals("complete", covers(holds, "{ $.resources[*] IS NULL }"));
    assertTrue(covers(holds, "{ $.resources[1] = 2 }").startsWith("misses"));
    assertTrue(covers(holds, "{ $.resources[0] IS NULL }").startsWith("misses"));
    Scenario other = scenario("$.resources[0] = 1");
    assertTrue(covers(other, "{ $.resources IS NULL }").startsWith("misses"));
    assertEquals(
        "complete",
        covers(
            other, "{ $.resources IS NULL }", "{ $.resources[1] = * }", "{ $.resources[0] = 1 }"));
    assertTrue(
        covers(other, "{ $.resources IS NULL || $.resources[1] NOT EXISTS }").startsWith("misses"));
    assertEquals(
        "misses: `$.resources` is `[\"other\",[null]]`",
        covers(scenario("$.resources[1] IS NULL"), "{ $.resources IS NULL }"));
    assertEquals(
        "complete",
        covers(
            scenario("$.resources[1] = x"),
            "{ $.resources[0] NOT EXISTS || $.resources[0] IS NULL || $.resources[*] = x }"));
    assertEquals("never", reaches("{ $.resources[1] = x && $.resources[0] NOT EXISTS }"));
    assertEquals("reachable", reaches("{ $.resources[0] = x && $.resources[1] NOT EXISTS }"));
  }

  @Test
  void aPlaceHoldsMembersOrElementsButNotBoth() {
    assertEquals(
        "never", reaches("{ $.requestParameters.a.b = x && $.requestParameters.a[0] = x }"));
    assertEquals("never", reaches("{ $.requestParameters.a = x && $.requestParameters.a.b = x }"));
    assertEquals(
        "never", reaches("{ $.requestParameters.a IS TRUE && $.requestParameters.a.* = x }"));
    assertEquals(
        "reachable", reaches("{ $.requestParameters.a.b = x && $.requestParameters.a.* = y }"));
    assertEquals(
        "reachable", reaches("{ $.requestParameters.a[*] != x && $.requestParameters.a[2] = y }"));
    assertEquals(
        "never", reaches("{ $.requestParameters.a[*] != x && $.requestParameters.a[2] = x }"));
    assertEquals(
        "never", reaches("{ $.requestParameters.*.b != x && $.requestParameters.a.b = x }"));
    assertEquals(
        "never",
        reaches("{ $.requestParameters.a.* NOT EXISTS && $.requestParameters.a.b IS NULL }"));
  }

  @Test
  void rawTextsAreDecidedWhereTheyMay() {
    assertCovers("complete", "AttachRolePolicy");
    assertCovers("complete", "?AttachRolePolicy ?nowhere");
    assertCovers("complete", "%AttachRole%");
    assertCovers("complete", "-nowhere", "nowhere");
    assertCovers("misses: the record does not mention `nowhere`", "nowhere");
    assertCovers("misses: the record mentions `us-east-1`", "-\"us-east-1\"");
    assertCovers("misses: the record's text does not hold `%nowhere%`", "%nowhere%");
    String long80 = "x".repeat(80);
    assertCovers("misses: the record does not mention `" + "x".repeat(57) + "...`", long80);
    assertCovers("misses: the record does not mention `" + "x".repeat(60) + "`", "x".repeat(60));
  }

  @Test
  void theReasonOfAMissIsNamedBriefly() {
    assertCovers(
        "misses: `$.eventID` is not `a` or `b` or `c`",
        "{ $.eventID = a || $.eventID = b || $.eventID = c }");
    assertCovers(
        "misses: `$.eventID` is `0f4d9f0a-EXAMPLE`",
        "{ $.eventID = a || $.eventID = b || $.eventID = c || $.eventID = d }");
    assertCovers("misses: `$.readOnly` is `false`", "{ $.readOnly IS TRUE }");
    assertCovers(
        "misses: `$.errorCode` is absent",
        "{ $.eventName = AttachRolePolicy && $.errorCode = x && ($.userAgent = a || $.userAgent ="
            + " b) }");
  }
}
