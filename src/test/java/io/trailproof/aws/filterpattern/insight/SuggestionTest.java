package io.trailproof.aws.filterpattern.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final String IAM = "iam.amazonaws.com";

  @Test
  void theStylesAreThoseOfTheBenchmarks() {
    assertEquals(
        List.of("{($.eventName=PutRolePolicy)||($.eventName=PutUserPolicy)}"),
        Suggestion.patterns(IAM, List.of("PutRolePolicy", "PutUserPolicy"), Suggestion.Style.CIS));
    assertEquals(
        List.of("{($.eventSource=iam.amazonaws.com)&&(($.eventName=PutRolePolicy))}"),
        Suggestion.patterns(IAM, List.of("PutRolePolicy"), Suggestion.Style.SECURITY_HUB));
    assertEquals(List.of(), Suggestion.patterns(IAM, List.of(), Suggestion.Style.CIS));
  }

  @Test
  void manyEventsAreSplitIntoPatternsThatFitAndTogetherCoverThem() {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      events.add("PutSomething" + i);
    }
    for (Suggestion.Style style : Suggestion.Style.values()) {
      List<String> texts = Suggestion.patterns(IAM, events, style);
      assertTrue(texts.size() > 1);
      List<FilterPattern> patterns = new ArrayList<>();
      for (String text : texts) {
        boolean accepted =
            FilterPattern.parse(text).match(a -> patterns.add(a.pattern()), r -> false);
        assertTrue(accepted, text);
      }
      for (String event : events) {
        assertEquals(
            new Coverage.Complete(), Coverage.of(patterns, Scenario.event(IAM, event)), event);
      }
    }
  }
}
