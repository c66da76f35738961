package io.trailproof.aws.eventselector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EventSelectorsTest {

  private static final Event CHANGE = Event.write("iam.amazonaws.com", "AttachRolePolicy");
  private static final Event READ = new Event("iam.amazonaws.com", "GetRole", true);
  private static final String LATER = "known only after apply";

  private static final FieldSelector MANAGEMENT =
      FieldSelector.equalTo("eventCategory", "Management");

  private static BasicSelector basic(String type, boolean management) {
    return new BasicSelector(Part.known(type), Part.known(management), Part.unset());
  }

  private static Recording of(BasicSelector... selectors) {
    return EventSelectors.basic(selectors).records(CHANGE);
  }

  private static Recording of(AdvancedSelector... selectors) {
    return EventSelectors.advanced(selectors).records(CHANGE);
  }

  private static void answers(Answer answer, String explanation, Recording recording) {
    assertEquals(explanation, recording.explanation());
    assertEquals(answer, recording.answer());
  }

  private static void refused(Recording recording) {
    assertEquals(Answer.NO, recording.answer(), recording.explanation());
    assertTrue(recording.refused(), recording.explanation());
  }

  @Test
  void aTrailWithoutSelectorsRecordsManagementEvents() {
    answers(
        Answer.YES,
        "a trail without event selectors records all management events",
        EventSelectors.none().records(CHANGE));
    assertEquals(Answer.YES, EventSelectors.none().records(READ).answer());
  }

  @Test
  void basicSelectorsAreReadWithTheirDefaults() {
    answers(
        Answer.YES,
        "the event selector: it takes management events with `readWriteType` `All`",
        of(BasicSelector.byDefault()));
  }

  @Test
  void writeOnlyTakesWritesAndReadOnlyDoesNot() {
    assertEquals(Answer.YES, of(basic("WriteOnly", true)).answer());
    assertEquals(Answer.NO, EventSelectors.basic(basic("WriteOnly", true)).records(READ).answer());
    answers(
        Answer.NO,
        "the event selector: `readWriteType` is `ReadOnly`, and `AttachRolePolicy` is a write",
        of(basic("ReadOnly", true)));
  }

  @Test
  void managementEventsCanBeOff() {
    answers(
        Answer.NO,
        "the event selector: `includeManagementEvents` is false",
        of(basic("All", false)));
  }

  @Test
  void oneSelectorThatTakesTheEventIsEnough() {
    answers(
        Answer.YES,
        "event selector 2: it takes management events with `readWriteType` `WriteOnly`",
        of(basic("All", false), basic("WriteOnly", true)));
  }

  @Test
  void onlyTwoSourcesCanBeExcluded() {
    BasicSelector kms =
        new BasicSelector(
            Part.unset(),
            Part.unset(),
            Part.known(
                List.of(Part.known("kms.amazonaws.com"), Part.known("rdsdata.amazonaws.com"))));
    assertEquals(Answer.YES, of(kms).answer());
    assertEquals(
        Answer.NO,
        EventSelectors.basic(kms).records(Event.write("kms.amazonaws.com", "DisableKey")).answer());
    refused(
        of(
            new BasicSelector(
                Part.unset(), Part.unset(), Part.known(List.of(Part.known("iam.amazonaws.com"))))));
  }

  @Test
  void anUnknownListOfExcludedSourcesCannotHideIam() {
    BasicSelector later = new BasicSelector(Part.unset(), Part.unset(), Part.unknown(LATER));
    assertEquals(Answer.YES, of(later).answer());
    answers(
        Answer.UNKNOWN,
        "the event selector: `excludeManagementEventSources` is known only after apply",
        EventSelectors.basic(later).records(Event.write("kms.amazonaws.com", "DisableKey")));
  }

  @Test
  void anUnknownPartMattersOnlyIfNothingElseDecides() {
    BasicSelector later = new BasicSelector(Part.unknown(LATER), Part.known(true), Part.unset());
    answers(
        Answer.UNKNOWN, "the event selector: `readWriteType` is known only after apply", of(later));
    assertEquals(Answer.YES, of(later, basic("All", true)).answer());
    assertEquals(
        Answer.NO,
        of(new BasicSelector(Part.unknown(LATER), Part.known(false), Part.unset())).answer());
  }

  @Test
  void bothKindsTogetherAreRefused() {
    refused(
        new EventSelectors(
                Part.known(List.of(BasicSelector.byDefault())),
                Part.known(List.of(AdvancedSelector.of(MANAGEMENT))))
            .records(CHANGE));
  }

  @Test
  void unknownSelectorsOfTheOtherKindLeaveDoubt() {
    EventSelectors selectors =
        new EventSelectors(
            Part.unknown(LATER), Part.known(List.of(AdvancedSelector.of(MANAGEMENT))));
    answers(
        Answer.UNKNOWN,
        "the event selectors are known only after apply",
        selectors.records(CHANGE));
    assertEquals(
        Answer.UNKNOWN,
        new EventSelectors(Part.unset(), Part.unknown(LATER)).records(CHANGE).answer());
  }

  @Test
  void theApiRefusesWhatItDoesNotKnow() {
    refused(of(basic("Everything", true)));
    refused(of(Collections.nCopies(6, BasicSelector.byDefault()).toArray(BasicSelector[]::new)));
  }

  @Test
  void anAdvancedSelectorOfManagementTakesTheEvent() {
    assertEquals(Answer.YES, of(AdvancedSelector.of(MANAGEMENT)).answer());
  }

  @Test
  void withoutManagementNoAdvancedSelectorTakesIt() {
    answers(
        Answer.NO,
        "the event selector: it does not take management events",
        of(
            AdvancedSelector.of(
                FieldSelector.equalTo("eventCategory", "Data"),
                FieldSelector.equalTo("resources.type", "AWS::S3::Object"))));
    assertEquals(
        Answer.NO,
        of(AdvancedSelector.of(FieldSelector.equalTo("eventSource", "iam.amazonaws.com")))
            .answer());
  }

  @Test
  void readOnlyKeepsReadsOrWrites() {
    assertEquals(
        Answer.YES,
        of(AdvancedSelector.of(MANAGEMENT, FieldSelector.equalTo("readOnly", "false"))).answer());
    answers(
        Answer.NO,
        "the event selector: `readOnly` keeps only reads",
        of(AdvancedSelector.of(MANAGEMENT, FieldSelector.equalTo("readOnly", "true"))));
    refused(
        of(
            AdvancedSelector.of(
                MANAGEMENT, FieldSelector.of("readOnly", FieldOperator.NOT_EQUALS, "true"))));
  }

  @Test
  void eventSourcesAreSelectedAndDeselected() {
    answers(
        Answer.NO,
        "the event selector: `eventSource` leaves out `iam.amazonaws.com`",
        of(
            AdvancedSelector.of(
                MANAGEMENT,
                FieldSelector.of("eventSource", FieldOperator.NOT_EQUALS, "iam.amazonaws.com"))));
    assertEquals(
        Answer.NO,
        of(AdvancedSelector.of(
                MANAGEMENT, FieldSelector.equalTo("eventSource", "sts.amazonaws.com")))
            .answer());
    assertEquals(
        Answer.YES,
        of(AdvancedSelector.of(
                MANAGEMENT,
                FieldSelector.of("eventSource", FieldOperator.NOT_EQUALS, "kms.amazonaws.com")))
            .answer());
  }

  @Test
  void selectingOperatorsAreOredAndDeselectingOnesAnded() {
    FieldSelector mixed =
        new FieldSelector(
            Part.known("eventSource"),
            Map.of(
                FieldOperator.EQUALS, Part.known(List.of(Part.known("sts.amazonaws.com"))),
                FieldOperator.STARTS_WITH, Part.known(List.of(Part.known("ia"))),
                FieldOperator.NOT_ENDS_WITH, Part.known(List.of(Part.known(".cn"))),
                FieldOperator.NOT_EQUALS, Part.known(List.of())));
    assertEquals(Answer.YES, of(AdvancedSelector.of(MANAGEMENT, mixed)).answer());
  }

  @Test
  void valuesHaveNoWildcards() {
    assertEquals(
        Answer.NO,
        of(AdvancedSelector.of(MANAGEMENT, FieldSelector.equalTo("eventSource", "iam.*")))
            .answer());
  }

  @Test
  void eventNamesAreNotForTrails() {
    Recording recording =
        of(
            AdvancedSelector.of(
                MANAGEMENT, FieldSelector.of("eventName", FieldOperator.STARTS_WITH, "Put")));
    refused(recording);
    assertEquals(
        "the field `eventName` is not documented for management events of a trail (and leaves out `AttachRolePolicy`), the API will refuse it",
        recording.explanation());
  }

  @Test
  void dataSelectorsMayNameWhatTheyLike() {
    assertEquals(
        Answer.YES,
        of(
                AdvancedSelector.of(
                    FieldSelector.equalTo("eventCategory", "Data"),
                    FieldSelector.equalTo("eventName", "PutObject")),
                AdvancedSelector.of(MANAGEMENT))
            .answer());
  }

  @Test
  void unknownValuesMatterOnlyIfNothingElseDecides() {
    FieldSelector source =
        new FieldSelector(
            Part.known("eventSource"),
            Map.of(
                FieldOperator.EQUALS,
                Part.known(List.of(Part.unknown(LATER), Part.known("iam.amazonaws.com")))));
    assertEquals(Answer.YES, of(AdvancedSelector.of(MANAGEMENT, source)).answer());
    FieldSelector excluded =
        new FieldSelector(
            Part.known("eventSource"), Map.of(FieldOperator.NOT_EQUALS, Part.unknown(LATER)));
    assertEquals(Answer.UNKNOWN, of(AdvancedSelector.of(MANAGEMENT, excluded)).answer());
    assertEquals(
        Answer.NO,
        of(AdvancedSelector.of(FieldSelector.equalTo("eventCategory", "Data"), excluded)).answer());
    assertEquals(Answer.UNKNOWN, of(new AdvancedSelector(Part.unknown(LATER))).answer());
  }

  @Test
  void fiveHundredValuesAreTheLimit() {
    String[] values = Collections.nCopies(501, "iam.amazonaws.com").toArray(String[]::new);
    refused(of(AdvancedSelector.of(MANAGEMENT, FieldSelector.equalTo("eventSource", values))));
  }

  @Test
  void aFieldThatComparesWithNothingIsRefused() {
    refused(of(AdvancedSelector.of(MANAGEMENT, FieldSelector.equalTo("readOnly"))));
  }
}
