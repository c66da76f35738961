package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.CallOutcome;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.insights.LogsQuery;
import io.trailproof.rule.adapter.EventScenario;
import io.trailproof.rule.adapter.QueryPattern;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SuggestedQueryTest {
  private static Event pattern(String pattern) {
    return new Event(
        pattern,
        "",
        Optional.of(pattern),
        Optional.empty(),
        CallOutcome.ANY,
        Optional.empty(),
        Optional.empty());
  }

  private static void assertSuggested(String query, Event... events) {
    assertEquals(query, SuggestedQuery.of(List.of(events)));
    JsonPattern found = QueryPattern.of(LogsQuery.read(query).condition());
    for (Event event : events) {
      assertEquals(
          new Coverage.Complete(),
          Coverage.of(List.of(found), EventScenario.of(event)),
          event.name());
    }
  }

  @Test
  void whatIsSuggestedFindsEveryEvent() {
    Event disabled = Event.call("DisableKey", "kms.amazonaws.com");
    assertSuggested(
        "filter eventSource = \"kms.amazonaws.com\" and eventName in [\"DisableKey\"]", disabled);
    assertSuggested(
        "filter (eventSource = \"kms.amazonaws.com\" and eventName in [\"DisableKey\"]) or"
            + " (eventSource = \"s3.amazonaws.com\" and eventName in [\"PutBucketAcl\"])",
        disabled,
        Event.call("PutBucketAcl", "s3.amazonaws.com"));
    assertSuggested(
        "filter (errorCode like /UnauthorizedOperation$/ or errorCode like /^AccessDenied/)",
        pattern("{ $.errorCode = \"*UnauthorizedOperation\" || $.errorCode = \"AccessDenied*\" }"));
    assertSuggested(
        "filter userIdentity.type = \"Root\"",
        pattern(
            "{ $.userIdentity.type = Root && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="
                + " AwsServiceEvent }"));
    assertSuggested("filter ispresent(eventName)", pattern("{ $.readOnly IS TRUE }"), disabled);
  }
}
