package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diagnostics and findings point at the very part of a function that is wrong. */
final class PlacesTest {
  @TempDir Path folder;

  @Test
  void anUnknownNameInsideASubIsPointedAtAndTheRestIsStillJudged() throws IOException {
    String text =
        Chains.template(
            "AlarmActions: [!Ref Topic]", "AlarmActions: [!Sub 'arn:${Topicc}', !Ref Topic]");
    Checked checked = Checked.of(write(text));
    assertEquals(List.of("unknown-reference " + place(text, "${Topicc}")), checked.diagnostics());
    assertTrue(checked.text().contains("did you mean `Topic`?"));
    assertEquals("pass", checked.verdict(), checked.text());
    assertEquals(3, checked.status());
  }

  @Test
  void aFindingPointsAtTheParameterInsideASub() throws IOException {
    String text =
        "Parameters: {Name: {Type: String}}\n"
            + Chains.template(
                "AlarmActions: [!Ref Topic]",
                "AlarmActions: [!Sub 'arn:aws:sns:us-east-1:111122223333:${Name}']");
    Checked checked = Checked.of(write(text));
    assertEquals("unknown", checked.verdict());
    assertTrue(
        checked.messages().stream()
            .anyMatch(message -> message.contains("hangs on `parameter Name`")),
        checked.text());
    assertTrue(places(checked).contains(place(text, "${Name}")), checked.text());
  }

  @Test
  void whatCloudFormationRefusesIsSaidAndTheRestIsJudged() throws IOException {
    String text =
        "Conditions: {A: !Not [!Condition B], B: !Not [!Condition A]}\n"
            + Chains.template()
            + "  Other: {Type: 'AWS::SNS::Topic', Condition: A, Properties: {TopicName: !Join [x]}}\n";
    Checked checked = Checked.of(write(text));
    assertEquals("pass", checked.verdict(), checked.text());
    assertEquals(
        List.of("invalid-function", "circular-reference"),
        checked.diagnostics().stream().map(one -> one.replaceFirst(" .*", "")).toList());
    assertEquals(3, checked.status());
  }

  @Test
  void aRefusedPatternIsUnderlinedWhereItIsRefused() throws IOException {
    String pattern = "      FilterPattern: ";
    assertRefused(
        pattern + "'{ $.eventName = \"é\" && $.eventName == b }'",
        "==",
        "FilterPattern: '{ $.eventName = \"é\" && $.eventName == b }'",
        "expected `=`");
    assertRefused(
        pattern + "\"{ $.eventName = \\\"a\\\" AND $.b = c }\"",
        "AND",
        "FilterPattern: \"{ $.eventName = \\\"a\\\" AND $.b = c }\"",
        "expected `&&`");
    assertRefused(
        pattern + "|-\n        { $.eventName = a ||\n          $.eventName === b }",
        "==",
        "          $.eventName === b }",
        "expected `=`");
    assertRefused(
        pattern
            + "'{ $.a = 1 "
            + "|| $.b = 2 ".repeat(20)
            + "XOR $.c = 3"
            + " && $.d = 4".repeat(20)
            + " }'",
        "XOR",
        "32 │ …= 2 || $.b = 2 || $.b = 2 || $.b = 2 || $.b = 2 XOR $.c = 3 && $.d = 4 && $.d = 4 && $.d = 4 && $.d…",
        "expected");
  }

  private void assertRefused(String line, String wrong, String shown, String words)
      throws IOException {
    String text =
        Chains.template().replaceFirst(" +FilterPattern: .*", Matcher.quoteReplacement(line));
    String file = write(text);
    assertTrue(places(Checked.of(file)).contains(place(text, wrong)), text);
    List<String> report =
        Invocation.of("check", "--rule", "iam-policy-changes", file).out().lines().toList();
    for (int i = 1; i < report.size(); i++) {
      int underline = report.get(i).indexOf("^".repeat(wrong.length()) + " " + words);
      if (underline >= 0) {
        String excerpt = report.get(i - 1);
        assertTrue(excerpt.contains(shown), excerpt);
        assertEquals(wrong, excerpt.substring(underline, underline + wrong.length()));
        return;
      }
    }
    throw new AssertionError(String.join("\n", report));
  }

  private static List<String> places(Checked checked) {
    List<String> places = new java.util.ArrayList<>();
    for (JsonNode one : checked.json().at("/deployments/0/rules/0/findings")) {
      places.add(one.at("/location/line").asText() + ":" + one.at("/location/column").asText());
    }
    return places;
  }

  /** Line and column of a text. */
  private static String place(String text, String part) {
    String before = text.substring(0, text.indexOf(part));
    return (before.chars().filter(c -> c == 10).count() + 1)
        + ":"
        + (before.length() - before.lastIndexOf('\n'));
  }

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("t.yaml"), text).toString();
  }
}
