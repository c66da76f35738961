package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagnostics and findings point at the very part of a function that is wrong. */
final class PlacesTest {
  @TempDir Path folder;

  @Test
  void anUnknownNameInsideASubIsPointedAtAndRefusesTheTemplate() throws IOException {
    String text =
        Chains.template(
            "AlarmActions: [!Ref Topic]", "AlarmActions: [!Sub 'arn:${Topicc}', !Ref Topic]");
    Checked checked = Checked.of(write(text));
    assertEquals(List.of("unknown-reference " + place(text, "${Topicc}")), checked.diagnostics());
    assertTrue(checked.text().contains("did you mean `Topic`?"));
    assertEquals("fail", checked.verdict(), checked.text());
    assertEquals(1, checked.status());
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
    assertTrue(places(checked).containsValue(place(text, "${Name}")), checked.text());
  }

  /** What is replaced in the chain, by what, and the part that is pointed at. */
  static Stream<Arguments> openParts() {
    return Stream.of(
        arguments(
            "filter-pattern",
            "FilterPattern: '{ ",
            "FilterPattern: !Sub '{ ($.awsRegion = ${Own}) || ",
            "${Own}"),
        arguments(
            "filter-pattern",
            "FilterPattern: '{ ",
            "FilterPattern: !Sub '{ ($.awsRegion = ${Known}) || ($.awsRegion = ${Own}) || ",
            "${Own}"),
        arguments(
            "metric-name", "{MetricName: Changes,", "{MetricName: !Sub 'Ch${Own}',", "${Own}"),
        arguments(
            "metric-name",
            "      MetricName: Changes",
            "      MetricName: !Join ['', [Ch, !Ref Own]]",
            "!Ref Own"),
        arguments(
            "metric-namespace", "Namespace: Security\n", "Namespace: !Sub '${Own}y'\n", "${Own}"),
        arguments("alarm-threshold", "Threshold: 1\n", "Threshold: !Sub '${Own}0'\n", "${Own}"),
        arguments("alarm-threshold", "Threshold: 1\n", "Threshold: !Sub '${Own}'\n", "${Own}"),
        arguments(
            "filter-transformation", "MetricValue: '1'", "MetricValue: !Sub '1${Own}'", "${Own}"),
        arguments(
            "alarm-actions",
            "AlarmActions: [!Ref Topic]",
            "AlarmActions: [!Sub 'arn:aws:sns:us-east-1:1:${Own}']",
            "${Own}"),
        arguments(
            "alarm-actions-enabled",
            "AlarmActions:",
            "ActionsEnabled: !Sub '${Own}e'\n      AlarmActions:",
            "${Own}"),
        arguments(
            "sns-topic",
            "  Subscription:\n",
            """
              Policy:
                Type: AWS::SNS::TopicPolicy
                Properties:
                  Topics: [!Ref Topic]
                  PolicyDocument: !Sub '{"Statement": [{"Effect": "${Own}"}]}'
              Subscription:
            """,
            "${Own}"));
  }

  @ParameterizedTest
  @MethodSource("openParts")
  void aFindingPointsAtThePartThatIsOpen(
      String requirement, String written, String instead, String part) throws IOException {
    String text =
        "Parameters: {Own: {Type: String}, Known: {Type: String, Default: known}}\n"
            + Chains.template(written, instead);
    Checked checked = Checked.of(write(text));
    assertEquals("unknown", checked.verdict(), checked.text());
    assertEquals(place(text, part), places(checked).get("iam-policy-changes/" + requirement));
  }

  @Test
  void whatTwoTextsHaveInCommonIsNotPointedAt() throws IOException {
    String text =
        "Parameters: {One: {Type: String}, Two: {Type: String}}\n"
            + Chains.template(
                "MetricNamespace: Security",
                "MetricNamespace: !Sub '${AWS::StackName}/${One}/${AWS::Region}'",
                "      Namespace: Security",
                "      Namespace: !Sub '${AWS::StackName}/${Two}/${AWS::Region}'");
    Checked checked = Checked.of(write(text));
    assertEquals("unknown", checked.verdict(), checked.text());
    assertEquals(place(text, "${Two}"), places(checked).get("iam-policy-changes/metric-namespace"));
    assertTrue(checked.text().contains("hangs on `parameter Two`"), checked.text());
  }

  @Test
  void aFaultIsNotPutDownToThePartThatIsOpen() throws IOException {
    String text =
        Chains.template(
            "MetricNamespace: Security",
            "MetricNamespace: !Sub '${AWS::StackName}/one'",
            "      Namespace: Security",
            "      Namespace: !Sub '${AWS::StackName}/two'");
    Checked checked = Checked.of(write(text));
    assertEquals("fail", checked.verdict(), checked.text());
    assertEquals(
        place(text, "!Sub '${AWS::StackName}/two'"),
        places(checked).get("iam-policy-changes/metric-namespace"));
  }

  @Test
  void whatCloudFormationRefusesIsSaidAndFails() throws IOException {
    String text =
        "Conditions: {A: !Not [!Condition B], B: !Not [!Condition A]}\n"
            + Chains.template()
            + "  Other: {Type: 'AWS::SNS::Topic', Condition: A, Properties: {TopicName: !Join"
            + " [x]}}\n";
    Checked checked = Checked.of(write(text));
    assertEquals("fail", checked.verdict(), checked.text());
    assertEquals(
        List.of("invalid-function", "circular-reference"),
        checked.diagnostics().stream().map(one -> one.replaceFirst(" .*", "")).toList());
    assertEquals(1, checked.status());
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
        "32 │ …= 2 || $.b = 2 || $.b = 2 || $.b = 2 || $.b = 2 XOR $.c = 3 && $.d = 4 && $.d = 4 &&"
            + " $.d = 4 && $.d…",
        "expected");
  }

  private void assertRefused(String line, String wrong, String shown, String words)
      throws IOException {
    String text =
        Chains.template().replaceFirst(" +FilterPattern: .*", Matcher.quoteReplacement(line));
    String file = write(text);
    assertTrue(places(Checked.of(file)).containsValue(place(text, wrong)), text);
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

  /** Where each finding points, by its code. */
  private static Map<String, String> places(Checked checked) {
    Map<String, String> places = new HashMap<>();
    for (JsonNode one : checked.json().at("/deployments/0/rules/0/findings")) {
      String place = one.at("/location/line").asText() + ":" + one.at("/location/column").asText();
      places.put(one.at("/code").asText(), place);
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
