package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
