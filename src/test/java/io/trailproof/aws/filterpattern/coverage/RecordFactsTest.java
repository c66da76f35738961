package io.trailproof.aws.filterpattern.coverage;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.coverage.RecordFacts.RecordField;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Kinds;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the data file of facts is read. */
class RecordFactsTest {
  private static final RecordFacts FACTS =
      new RecordFacts(
          """
          # a comment

          field who          always object
          field who.name     maybe  string,null   =  alice smith
          field what         always string = x
          field more         maybe  object,array,boolean open
          fact { $.what = x }
          if { $.what = x } then { $.who.name = y }
          success { $.more NOT EXISTS }
          """);

  private static RecordField field(RecordField above, String name) {
    return requireNonNull(above.below().get(new PathStep.Key(name)));
  }

  @Test
  void fieldsSayWhatTheyMayBe() {
    RecordField who = field(FACTS.record(), "who");
    assertEquals(ValueSet.of(Kinds.OBJECT), who.values());
    assertFalse(who.open());
    assertEquals("", who.sample());
    RecordField name = field(who, "name");
    assertEquals(new ValueSet(Kinds.ABSENT | Kinds.NULL, Side.all(), Side.none()), name.values());
    assertEquals("alice smith", name.sample());
    assertEquals(new ValueSet(0, Side.all(), Side.none()), field(FACTS.record(), "what").values());
    RecordField more = field(FACTS.record(), "more");
    int kinds = Kinds.ABSENT | Kinds.OBJECT | Kinds.ARRAYS | Kinds.TRUE | Kinds.FALSE;
    assertEquals(ValueSet.of(kinds), more.values());
    assertTrue(more.open());
    assertEquals(3, FACTS.record().below().size());
    assertEquals(
        List.of(List.of(new PathStep.Key("who")), List.of(new PathStep.Key("what"))),
        FACTS.always());
  }

  @Test
  void rulesHaveAPremiseOrNone() {
    assertEquals(2, FACTS.rules().size());
    RecordFacts.Rule fact = FACTS.rules().get(0);
    assertEquals(null, fact.premise());
    assertEquals("$.what=x", fact.conclusion().print());
    RecordFacts.Rule rule = FACTS.rules().get(1);
    assertEquals("$.what=x", requireNonNull(rule.premise()).print());
    assertEquals("$.who.name=y", rule.conclusion().print());
    assertEquals(1, FACTS.success().size());
    assertEquals("$.more NOT EXISTS", FACTS.success().get(0).conclusion().print());
  }

  @Test
  void whatCannotBeReadIsAMistakeOfOurs() {
    for (String line :
        List.of(
            "fiel a always string",
            "field a always number",
            "field a.b always string",
            "fact $.a = 1",
            "fact a",
            "fact [a]",
            "fact %a%",
            "success { $.a == 1 }")) {
      assertThrows(RuntimeException.class, () -> new RecordFacts(line), line);
    }
  }

  @Test
  void theBundledFactsAnswerWhatMessagesAsk() {
    assertEquals("a boolean", CloudTrailRecord.type(selector("$.readOnly")));
    assertEquals("a string", CloudTrailRecord.type(selector("$.userIdentity.type")));
    assertEquals("an object or null", CloudTrailRecord.type(selector("$.requestParameters")));
    assertEquals("an array", CloudTrailRecord.type(selector("$.resources")));
    assertEquals("", CloudTrailRecord.type(selector("$.requestParameters.a")));
    assertTrue(CloudTrailRecord.isAlwaysText(selector("$.eventName")));
    assertFalse(CloudTrailRecord.isAlwaysText(selector("$.userAgent")));
    assertFalse(CloudTrailRecord.isAlwaysText(selector("$.userIdentity")));
    assertFalse(CloudTrailRecord.isAlwaysText(selector("$.unheardOf")));
    assertTrue(CloudTrailRecord.isDocumented(selector("$.requestParameters.a.b")));
    assertTrue(CloudTrailRecord.isDocumented(selector("$.userIdentity.arn")));
    assertFalse(CloudTrailRecord.isDocumented(selector("$.userIdentity.arnn")));
    assertTrue(CloudTrailRecord.selectors().contains("$.userIdentity.sessionContext.attributes"));
    assertEquals("$.eventVersion", CloudTrailRecord.selectors().get(0));
  }

  private static io.trailproof.aws.filterpattern.Selector selector(String text) {
    return CoverageTest.pattern("{ " + text + " = x }").tests().get(0).selector();
  }

  /** A field that calls always have may be missing from what a service does by itself. */
  @Test
  void someRecordsLackWhatCallsHave() {
    String text =
        """
        field kind always string
        field who always string = alice
        lacks who if { $.kind = "own" }
        """;
    RecordFacts facts = new RecordFacts(text);
    assertEquals(
        new ValueSet(Kinds.ABSENT, Side.all(), Side.none()), field(facts.record(), "who").values());
    assertEquals(List.of(List.of(new PathStep.Key("kind"))), facts.always());
    assertEquals("$.kind=own||$.who!=\"\"", facts.rules().get(0).conclusion().print());
  }

  @Test
  void whoCallsIsToldOfCallsAlone() {
    String type = "$.userIdentity.type";
    assertTrue(CloudTrailRecord.isAlwaysText(selector(type)));
    for (String source : List.of("iam.amazonaws.com", "kms.amazonaws.com")) {
      Scenario scenario = Scenario.event(source, "DeleteKey");
      boolean whole =
          Coverage.of(List.of(pattern("{ " + type + " = \"*\" }")), scenario)
              .match(complete -> true, misses -> false, undecided -> false);
      assertEquals(source.startsWith("iam"), whole);
    }
    Scenario calls =
        Scenario.event("kms.amazonaws.com", "DeleteKey")
            .when(pattern("{ $.eventType != \"AwsServiceEvent\" }"));
    assertEquals(
        new Coverage.Complete(), Coverage.of(List.of(pattern("{ " + type + " = \"*\" }")), calls));
  }

  private static JsonPattern pattern(String text) {
    return FilterPattern.parse(text)
        .match(accepted -> (JsonPattern) accepted.pattern(), rejected -> fail(text));
  }
}
