package io.trailproof.aws.eventselector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EventSelectorsTest {

  private static final ManagementEvent CHANGE =
      ManagementEvent.write("iam.amazonaws.com", "AttachRolePolicy");
  private static final ManagementEvent READ =
      new ManagementEvent("iam.amazonaws.com", "GetRole", true);
  private static final String LATER = "known only after apply";

  private static final FieldSelector MANAGEMENT =
      FieldSelector.equalTo("eventCategory", "Management");

  private static BasicSelector basic(String type, boolean management) {
    return new BasicSelector(Partial.known(type), Partial.known(management), Partial.unset());
  }

  private static Recording of(BasicSelector... selectors) {
    return EventSelectors.basic(selectors).records(CHANGE);
  }

  private static Recording of(AdvancedSelector... selectors) {
    return EventSelectors.advanced(selectors).records(CHANGE);
  }

  private static void answers(Truth answer, String explanation, Recording recording) {
    assertEquals(explanation, recording.explanation());
    assertEquals(answer, recording.answer());
  }

  private static void refused(Recording recording) {
    assertEquals(Truth.NO, recording.answer(), recording.explanation());
    assertTrue(recording.refused(), recording.explanation());
  }

  @Test
  void aTrailWithoutSelectorsRecordsManagementEvents() {
    answers(
        Truth.YES,
        "a trail without event selectors records all management events",
        EventSelectors.none().records(CHANGE));
    assertEquals(Truth.YES, EventSelectors.none().records(READ).answer());
  }

  @Test
  void basicSelectorsAreReadWithTheirDefaults() {
    answers(
        Truth.YES,
        "the event selector: it takes management events with `readWriteType` `All`",
        of(BasicSelector.byDefault()));
  }

  @Test
  void writeOnlyTakesWritesAndReadOnlyDoesNot() {
    assertEquals(Truth.YES, of(basic("WriteOnly", true)).answer());
    assertEquals(Truth.NO, EventSelectors.basic(basic("WriteOnly", true)).records(READ).answer());
    answers(
        Truth.NO,
        "the event selector: `readWriteType` is `ReadOnly`, and `AttachRolePolicy` is a write",
        of(basic("ReadOnly", true)));
  }

  @Test
  void managementEventsCanBeOff() {
    answers(
        Truth.NO,
        "the event selector: `includeManagementEvents` is false",
        of(basic("All", false)));
  }

  @Test
  void oneSelectorThatTakesTheEventIsEnough() {
    answers(
        Truth.YES,
        "event selector 2: it takes management events with `readWriteType` `WriteOnly`",
        of(basic("All", false), basic("WriteOnly", true)));
  }

  @Test
  void onlyTwoSourcesCanBeExcluded() {
    BasicSelector kms =
        new BasicSelector(
            Partial.unset(),
            Partial.unset(),
            Partial.known(
                List.of(
                    Partial.known("kms.amazonaws.com"), Partial.known("rdsdata.amazonaws.com"))));
    assertEquals(Truth.YES, of(kms).answer());
    assertEquals(
        Truth.NO,
        EventSelectors.basic(kms)
            .records(ManagementEvent.write("kms.amazonaws.com", "DisableKey"))
            .answer());
    refused(
        of(
            new BasicSelector(
                Partial.unset(),
                Partial.unset(),
                Partial.known(List.of(Partial.known("iam.amazonaws.com"))))));
  }

  @Test
  void anUnknownListOfExcludedSourcesCannotHideIam() {
    BasicSelector later =
        new BasicSelector(Partial.unset(), Partial.unset(), Partial.unknown(LATER));
    assertEquals(Truth.YES, of(later).answer());
    answers(
        Truth.UNKNOWN,
        "the event selector: `excludeManagementEventSources` is known only after apply",
        EventSelectors.basic(later)
            .records(ManagementEvent.write("kms.amazonaws.com", "DisableKey")));
  }

  @Test
  void anUnknownPartMattersOnlyIfNothingElseDecides() {
    BasicSelector later =
        new BasicSelector(Partial.unknown(LATER), Partial.known(true), Partial.unset());
    answers(
        Truth.UNKNOWN, "the event selector: `readWriteType` is known only after apply", of(later));
    assertEquals(Truth.YES, of(later, basic("All", true)).answer());
    assertEquals(
        Truth.NO,
        of(new BasicSelector(Partial.unknown(LATER), Partial.known(false), Partial.unset()))
            .answer());
  }

  @Test
  void bothKindsTogetherAreRefused() {
    refused(
        new EventSelectors(
                Partial.known(List.of(BasicSelector.byDefault())),
                Partial.known(List.of(AdvancedSelector.of(MANAGEMENT))))
            .records(CHANGE));
  }

  @Test
  void unknownSelectorsOfTheOtherKindLeaveDoubt() {
    EventSelectors selectors =
        new EventSelectors(
            Partial.unknown(LATER), Partial.known(List.of(AdvancedSelector.of(MANAGEMENT))));
    answers(
        Truth.UNKNOWN, "the event selectors are known only after apply", selectors.records(CHANGE));
    assertEquals(
        Truth.UNKNOWN,
        new EventSelectors(Partial.unset(), Partial.unknown(LATER)).records(CHANGE).answer());
  }

  @Test
  void theApiRefusesWhatItDoesNotKnow() {
    refused(of(basic("Everything", true)));
    refused(of(Collections.nCopies(6, BasicSelector.byDefault()).toArray(BasicSelector[]::new)));
  }

  @Test
  void anAdvancedSelectorOfManagementTakesTheEvent() {
    assertEquals(Truth.YES, of(AdvancedSelector.of(MANAGEMENT)).answer());
  }

  @Test
  void withoutManagementNoAdvancedSelectorTakesIt() {
    answers(
        Truth.NO,
        "the event selector: it does not take management events",
        of(
            AdvancedSelector.of(
                FieldSelector.equalTo("eventCategory", "Data"),
                FieldSelector.equalTo("resources.type", "AWS::S3::Object"))));
    assertEquals(
        Truth.NO,
        of(AdvancedSelector.of(FieldSelector.equalTo("eventSource", "iam.amazonaws.com")))
            .answer());
  }

  @Test
  void readOnlyKeepsReadsOrWrites() {
    assertEquals(
        Truth.YES,
        of(AdvancedSelector.of(MANAGEMENT, FieldSelector.equalTo("readOnly", "false"))).answer());
    answers(
        Truth.NO,
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
        Truth.NO,
        "the event selector: `eventSource` leaves out `iam.amazonaws.com`",
        of(
            AdvancedSelector.of(
                MANAGEMENT,
                FieldSelector.of("eventSource", FieldOperator.NOT_EQUALS, "iam.amazonaws.com"))));
    assertEquals(
        Truth.NO,
        of(AdvancedSelector.of(
                MANAGEMENT, FieldSelector.equalTo("eventSource", "sts.amazonaws.com")))
            .answer());
    assertEquals(
        Truth.YES,
        of(AdvancedSelector.of(
                MANAGEMENT,
                FieldSelector.of("eventSource", FieldOperator.NOT_EQUALS, "kms.amazonaws.com")))
            .answer());
  }

  @Test
  void selectingOperatorsAreOredAndDeselectingOnesAnded() {
    FieldSelector mixed =
        new FieldSelector(
            Partial.known("eventSource"),
            Map.of(
                FieldOperator.EQUALS, Partial.known(List.of(Partial.known("sts.amazonaws.com"))),
                FieldOperator.STARTS_WITH, Partial.known(List.of(Partial.known("ia"))),
                FieldOperator.NOT_ENDS_WITH, Partial.known(List.of(Partial.known(".cn"))),
                FieldOperator.NOT_EQUALS, Partial.known(List.of())));
    assertEquals(Truth.YES, of(AdvancedSelector.of(MANAGEMENT, mixed)).answer());
  }

  @Test
  void valuesHaveNoWildcards() {
    assertEquals(
        Truth.NO,
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
        "the field `eventName` is not documented for management events of a trail (and leaves out"
            + " `AttachRolePolicy`), the API will refuse it",
        recording.explanation());
  }

  @Test
  void dataSelectorsMayNameWhatTheyLike() {
    assertEquals(
        Truth.YES,
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
            Partial.known("eventSource"),
            Map.of(
                FieldOperator.EQUALS,
                Partial.known(
                    List.of(Partial.unknown(LATER), Partial.known("iam.amazonaws.com")))));
    assertEquals(Truth.YES, of(AdvancedSelector.of(MANAGEMENT, source)).answer());
    FieldSelector excluded =
        new FieldSelector(
            Partial.known("eventSource"), Map.of(FieldOperator.NOT_EQUALS, Partial.unknown(LATER)));
    assertEquals(Truth.UNKNOWN, of(AdvancedSelector.of(MANAGEMENT, excluded)).answer());
    assertEquals(
        Truth.NO,
        of(AdvancedSelector.of(FieldSelector.equalTo("eventCategory", "Data"), excluded)).answer());
    assertEquals(Truth.UNKNOWN, of(new AdvancedSelector(Partial.unknown(LATER))).answer());
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
