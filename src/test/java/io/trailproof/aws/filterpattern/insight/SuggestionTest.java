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

  @Test
  void aPatternIsFilledToTheLastCharacter() {
    // Ten tests of 100 characters, nine of `||`, two braces: 1,020 characters; then four more.
    String full = "P".repeat(100 - "($.eventName=)".length());
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      events.add(full.substring(1) + (char) ('a' + i));
    }
    assertEquals(1, Suggestion.patterns(IAM, events, Suggestion.Style.CIS).size());
    events.set(0, events.get(0) + "x".repeat(4));
    List<String> exact = Suggestion.patterns(IAM, events, Suggestion.Style.CIS);
    assertEquals(List.of(1_024), exact.stream().map(String::length).toList());
    events.set(0, events.get(0) + "x");
    assertEquals(2, Suggestion.patterns(IAM, events, Suggestion.Style.CIS).size());
  }

  @Test
  void whatIsNoPlainWordIsQuoted() {
    for (String name : List.of("a-b", "null", "NULL", "123", "é")) {
      assertEquals(
          List.of("{($.eventName=\"" + name + "\")}"),
          Suggestion.patterns(IAM, List.of(name), Suggestion.Style.CIS));
    }
    assertEquals(
        List.of("{($.eventName=a_1.b)}"),
        Suggestion.patterns(IAM, List.of("a_1.b"), Suggestion.Style.CIS));
  }
}
