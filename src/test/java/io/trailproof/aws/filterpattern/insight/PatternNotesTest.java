package io.trailproof.aws.filterpattern.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatternNotesTest {
  private static final String GUARD = "$.eventSource = iam.amazonaws.com && ";

  /** Each note in one line, with the text that it underlines. */
  private static List<String> notes(String pattern) {
    return PatternNotes.of(pattern).stream()
        .map(
            n ->
                n.code().id()
                    + " ["
                    + pattern.substring(n.start(), n.end())
                    + "] "
                    + n.message()
                    + (n.help().isEmpty() ? "" : " -> " + n.help()))
        .toList();
  }

  @Test
  void aPlainPatternNeedsNoNote() {
    assertEquals(
        List.of(),
        notes("{ " + GUARD + "($.eventName = PutRolePolicy || $.eventName = CreatePolicy) }"));
    assertEquals(List.of(), notes(""));
    assertEquals(List.of(), notes("{ $.a == 1 }"));
  }

  @Test
  void twoNamesAtOnceNeverMatch() {
    assertEquals(
        List.of(
            "never-matches [{ $.eventName = PutRolePolicy && $.eventName = PutUserPolicy }] no CloudTrail record can match this pattern",
            "two-values-at-once [$.eventName = PutUserPolicy] `$.eventName` cannot be `PutRolePolicy` and `PutUserPolicy` at once"
                + " -> join alternatives with `||`"),
        notes("{ $.eventName = PutRolePolicy && $.eventName = PutUserPolicy }"));
  }

  @Test
  void thePublishedUnauthorizedCallsTextIsNearlyAlwaysTrue() {
    assertEquals(
        List.of(
            "nearly-always-true [$.sourceIPAddress!=\"delivery.logs.amazonaws.com\"] nearly every record meets"
                + " `$.sourceIPAddress!=delivery.logs.amazonaws.com`, so the alternatives beside it narrow nothing"
                + " -> join an exclusion with `&&`",
            "nearly-always-true [$.eventName!=\"HeadBucket\"] nearly every record meets `$.eventName!=HeadBucket`,"
                + " so the alternatives beside it narrow nothing -> join an exclusion with `&&`"),
        notes(
            "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\")"
                + " || ($.sourceIPAddress!=\"delivery.logs.amazonaws.com\") || ($.eventName!=\"HeadBucket\") }"));
  }

  @Test
  void whatIsTrueOfEveryRecordIsSaid() {
    assertEquals(
        List.of(
            "always-matches [{ $.eventName != A || $.eventName != B }] every CloudTrail record matches this pattern"),
        notes("{ $.eventName != A || $.eventName != B }").subList(0, 1));
  }

  @Test
  void aTestAgainstTheTypeOfItsFieldIsExplained() {
    assertEquals(
        List.of(
            "never-matches [{ $.readOnly = false }] no CloudTrail record can match this pattern",
            "impossible-test [$.readOnly = false] `$.readOnly` is a boolean, so `$.readOnly=false` never holds"
                + " -> write `$.readOnly IS FALSE`"),
        notes("{ $.readOnly = false }"));
    assertEquals(
        List.of(
            "impossible-test [$.eventVersion >= 1.08] `$.eventVersion` is a string, so `$.eventVersion>=1.08` never holds"),
        notes("{ $.eventVersion >= 1.08 || $.eventName = PutRolePolicy }"));
  }

  @Test
  void anUnknownFieldGetsTheNearestOne() {
    assertEquals(
        List.of(
            "unknown-field [$.eventNam] no documented CloudTrail record has `$.eventNam` -> did you mean `$.eventName`?"),
        notes("{ $.eventNam = PutRolePolicy || $.eventName = PutUserPolicy }"));
  }

  @Test
  void lostBracesAreSeen() {
    assertEquals(
        List.of(
            "lost-braces [\"{($.eventName=PutRolePolicy)}\"] this looks for the text of a JSON pattern, which no record"
                + " holds, and matches no field -> a JSON pattern starts with `{` and ends with `}`, without quotes around it"),
        notes("\"{($.eventName=PutRolePolicy)}\""));
  }

  @Test
  void aGuardThatCoversOneAlternativeIsSeen() {
    assertEquals(
        List.of(
            "precedence [$.eventSource = iam.amazonaws.com] `&&` binds tighter than `||`, so"
                + " `$.eventSource=iam.amazonaws.com` covers only one of the 2 alternatives -> put the alternatives in parentheses"),
        notes("{ " + GUARD + "$.eventName = PutRolePolicy || $.eventName = PutUserPolicy }"));
    assertEquals(
        List.of(),
        notes("{ (" + GUARD + "$.eventName = PutRolePolicy) || $.eventName = PutUserPolicy }"));
  }

  @Test
  void parenthesesAroundSingleTestsAreNotThoseOfTheAlternative() {
    String name = "($.eventName = PutRolePolicy)";
    String other = "($.eventName = PutUserPolicy)";
    String guard = "($.eventSource = iam.amazonaws.com)";
    for (String surprising :
        List.of(
            guard + " && " + name + " || " + other,
            other + " || " + guard + " && " + name,
            "(" + guard + " && " + name + " || " + other + ")",
            "(" + other + " || " + guard + " && " + name + ")",
            "($.eventSource != \"(\") && " + name + " || " + other)) {
      long notes =
          notes("{ " + surprising + " }").stream().filter(n -> n.startsWith("prec")).count();
      assertEquals(1, notes, surprising);
    }
    for (String plain :
        List.of(
            "(" + guard + " && " + name + ") || " + other,
            "((" + guard + ") && (" + name + ")) || " + other,
            "( ( " + guard + " && " + name + " ) ) || " + other,
            other + " || (($.eventSource != \")\") && " + name + ")",
            guard + " && (" + name + " || " + other + ")")) {
      assertEquals(
          List.of(),
          notes("{ " + plain + " }").stream().filter(n -> n.startsWith("prec")).toList());
    }
  }

  @Test
  void whatStandsInAlternativesIsReadToo() {
    assertEquals(
        List.of("unknown-event-name"),
        codes("{ " + GUARD + "($.eventName = AttachRolePolcy || $.eventName = PutUserPolicy) }"));
    assertEquals(
        List.of("two-values-at-once"),
        codes(
            "{ "
                + GUARD
                + "(($.eventName = PutRolePolicy && $.eventName = PutUserPolicy) || $.eventName = PutUserPolicy) }"));
    assertEquals(
        List.of(),
        codes(
            "{ $.eventName = PutRolePolicy && $.eventSource = iam.amazonaws.com"
                + " || $.eventName = PutUserPolicy || $.eventSource = x.amazonaws.com }"));
  }

  private static List<String> codes(String pattern) {
    return PatternNotes.of(pattern).stream().map(note -> note.code().id()).toList();
  }

  @Test
  void exclusionsThatHoldOfMostRecordsAreNotAlwaysSuperfluous() {
    for (String narrow :
        List.of(
            "$.errorCode != x || $.eventName = PutRolePolicy",
            "$.eventName != Put* || $.eventName = PutRolePolicy",
            "$.eventName != %x% || $.eventName = PutRolePolicy")) {
      assertEquals(
          List.of(),
          notes("{ " + narrow + " }").stream().filter(n -> n.startsWith("near")).toList());
    }
  }

  @Test
  void theRemedyOfABooleanTestSaysTheSame() {
    assertEquals("IS TRUE", remedy("$.readOnly = true"));
    assertEquals("IS FALSE", remedy("$.readOnly != true"));
    assertEquals("IS TRUE", remedy("$.readOnly != \"false\""));
    assertEquals("", remedy("$.readOnly = yes"));
    assertEquals("", remedy("$.readOnly = 1"));
    assertEquals("", remedy("$.readOnly > 1"));
    assertEquals("", remedy("$.readOnly = %t%"));
  }

  private static String remedy(String test) {
    PatternNote note =
        PatternNotes.of("{ " + test + " }").stream()
            .filter(n -> n.code() == PatternNote.Code.IMPOSSIBLE_TEST)
            .findFirst()
            .orElseThrow();
    return note.help().replaceAll("write `\\$\\.readOnly (.*)`", "$1");
  }

  @Test
  void aServiceThatIsNamedOtherwiseSaysNothingOfItsEvents() {
    assertEquals(
        List.of(),
        notes("{ $.eventSource = unlisted.amazonaws.com && $.eventName = CreateThing }"));
    assertEquals(
        List.of(), notes("{ $.eventSource = *.amazonaws.com && $.eventName = CreatePolicy }"));
    assertEquals(
        List.of(),
        notes(
            "{ $.eventSource = i* && ($.eventName = CreatePolicy || $.eventName = DeletePolicy) }"));
  }

  @Test
  void aMisspeltEventNameGetsTheNearestOne() {
    assertEquals(
        List.of(
            "unknown-event-name [$.eventName = AttachRolePolcy] `iam.amazonaws.com` has no event `AttachRolePolcy`"
                + " -> did you mean `AttachRolePolicy`?"),
        notes("{ " + GUARD + "$.eventName = AttachRolePolcy }"));
    assertEquals(
        List.of(
            "unknown-event-name [$.eventName = DetachRolePolicyy] no service that is known here has an event"
                + " `DetachRolePolicyy` -> did you mean `DetachRolePolicy`?"),
        notes("{ $.eventName = DetachRolePolicyy }"));
    assertEquals(List.of(), notes("{ $.eventName = CreateDBInstance }"));
  }

  @Test
  void eventsOfOtherServicesAreMentioned() {
    assertEquals(
        List.of(
            "other-services [$.eventName = CreatePolicy] `CreatePolicy` is an event of `iam.amazonaws.com`,"
                + " `organizations.amazonaws.com` and `iot.amazonaws.com` -> test `$.eventSource` as well to leave the others out"),
        notes("{ $.eventName = CreatePolicy }"));
  }

  @Test
  void narrowingClausesAreGivenInWords() {
    assertEquals(
        List.of(
            "narrows [$.errorCode NOT EXISTS] only if `$.errorCode` is absent",
            "narrows [$.userIdentity.type != \"AssumedRole\" || $.userIdentity.arn = \"*:root\"] only if"
                + " `$.userIdentity.type` is present and is not `AssumedRole` or `$.userIdentity.arn` ends with `:root`"),
        notes(
                "{ "
                    + GUARD
                    + "$.eventName = PutRolePolicy && $.errorCode NOT EXISTS && ($.userIdentity.type != \"AssumedRole\" ||"
                    + " $.userIdentity.arn = \"*:root\") }")
            .stream()
            .filter(n -> n.startsWith("narrows"))
            .toList());
  }

  @Test
  void doubtsAreNotes() {
    assertEquals(
        List.of(
            "undocumented [\"Put*Policy\"] whether `*` within `Put*Policy` is a wildcard is not documented"),
        notes("{ $.eventName = \"Put*Policy\" }"));
  }
}
