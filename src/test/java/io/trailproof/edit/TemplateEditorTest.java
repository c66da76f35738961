package io.trailproof.edit;

import static io.trailproof.edit.EditedTemplate.ALARM;
import static io.trailproof.edit.EditedTemplate.edited;
import static io.trailproof.edit.EditedTemplate.number;
import static io.trailproof.edit.EditedTemplate.set;
import static io.trailproof.edit.EditedTemplate.text;
import static io.trailproof.edit.EditedTemplate.topic;
import static io.trailproof.edit.EditedTemplate.unset;
import static io.trailproof.edit.EditedTemplate.withAction;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is changed in a template, and that nothing else is. */
final class TemplateEditorTest {
  @Test
  void aValueIsReplacedWhereItStands() {
    assertEquals(ALARM.replace("100", "1"), edited(ALARM, set("A", "threshold", number(1))));
  }

  @Test
  void aPropertyIsPutBehindTheOthers() {
    assertEquals(
        ALARM + "      Period: 300\n      EvaluationPeriods: 1\n",
        edited(ALARM, set("A", "period", number(300)), set("A", "evaluationPeriods", number(1))));
  }

  @Test
  void aPropertyIsTakenOutWithItsLine() {
    assertEquals(
        ALARM.replace("      Threshold:   100   # why\n", ""),
        edited(ALARM, unset("A", "threshold")));
    assertEquals(
        ALARM.replace("      Statistic: Sum\n", ""), edited(ALARM, unset("A", "statistic")));
  }

  @Test
  void theLastPropertyGoesWithItsSection() {
    String template =
        "Resources:\n  A:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Threshold: 1\n";
    assertEquals(
        "Resources:\n  A:\n    Type: AWS::CloudWatch::Alarm\n",
        edited(template, unset("A", "threshold")));
  }

  @Test
  void propertiesAreMadeWhereThereAreNone() {
    assertEquals(
        "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: a b\n"
            .replace("a b", "\"a b\""),
        edited("Resources:\n  T:\n    Type: AWS::SNS::Topic\n", set("T", "name", text("a b"))));
    assertEquals(
        "Resources:\n  T:\n    Properties:\n      TopicName: x\n    Type: AWS::SNS::Topic\n",
        edited(
            "Resources:\n  T:\n    Properties:\n    Type: AWS::SNS::Topic\n",
            set("T", "name", text("x"))));
  }

  @Test
  void aFileWithoutLastLineEndHasNoneAfterwards() {
    assertEquals(
        "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: x",
        edited("Resources:\n  T:\n    Type: AWS::SNS::Topic", set("T", "name", text("x"))));
    assertEquals(
        ALARM.replace("      Statistic: Sum\n", "").stripTrailing(),
        edited(ALARM.stripTrailing(), unset("A", "statistic")));
  }

  @Test
  void carriageReturnsAreWrittenWhereTheyAre() {
    String template = ALARM.replace("\n", "\r\n");
    assertEquals(
        template + "      Period: 300\r\n", edited(template, set("A", "period", number(300))));
    assertEquals(
        template.replace("      Threshold:   100   # why\r\n", ""),
        edited(template, unset("A", "threshold")));
  }

  @Test
  void inBracketsItStaysInBrackets() {
    String template =
        """
        Resources:
          A: {Type: AWS::CloudWatch::Alarm, Properties: {Threshold: 100, Period: 60}}
        """;
    assertEquals(template.replace("100", "1"), edited(template, set("A", "threshold", number(1))));
    assertEquals(
        template.replace("60}", "60, EvaluationPeriods: 1}"),
        edited(template, set("A", "evaluationPeriods", number(1))));
    assertEquals(
        template.replace("Threshold: 100, ", ""), edited(template, unset("A", "threshold")));
    assertEquals(template.replace(", Period: 60", ""), edited(template, unset("A", "period")));
    assertEquals(
        template + "\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: alerts\n",
        edited(template, topic("T", "A")));
  }

  private static final String JSON =
      """
      {
      \t"Resources": {
      \t\t"A": {
      \t\t\t"Type": "AWS::CloudWatch::Alarm",
      \t\t\t"Properties": { "Threshold": 100, "Period": 60 }
      \t\t}
      \t}
      }
      """;

  @Test
  void jsonStaysJson() {
    assertEquals(JSON.replace("100", "1"), edited(JSON, set("A", "threshold", number(1))));
    assertEquals(
        JSON.replace("60 }", "60, \"Statistic\": \"Sum\" }"),
        edited(JSON, set("A", "statistic", text("Sum"))));
    assertEquals(JSON.replace("\"Threshold\": 100, ", ""), edited(JSON, unset("A", "threshold")));
    assertEquals(JSON.replace(", \"Period\": 60", ""), edited(JSON, unset("A", "period")));
    assertEquals(
        JSON.replace(
            "\t\t}\n\t}",
            """
            \t\t},
            \t\t"T": {
            \t\t\t"Type": "AWS::SNS::Topic",
            \t\t\t"Properties": {
            \t\t\t\t"TopicName": "alerts"
            \t\t\t}
            \t\t}
            \t}\
            """),
        edited(JSON, topic("T", "A")));
  }

  @Test
  void jsonOnOneLineStaysThere() {
    String json = "{\"Resources\":{\"A\":{\"Type\":\"AWS::CloudWatch::Alarm\",\"Properties\":{}}}}";
    assertEquals(
        json.replace("{}", "{\"Threshold\":1}"), edited(json, set("A", "threshold", number(1))));
    assertEquals(
        json.replace(
            "{}}",
            "{}},\"T\":{\"Type\":\"AWS::SNS::Topic\",\"Properties\":{\"TopicName\":\"alerts\"}}"),
        edited(json, topic("T", "A")));
  }

  private static String actions(String actions) {
    return "Parameters:\n  P: {Type: String}\nResources:\n  A:\n"
        + "    Type: AWS::CloudWatch::Alarm\n    Properties:\n      AlarmActions:"
        + actions
        + "\n  T:\n    Type: AWS::SNS::Topic\n";
  }

  @Test
  void whatStaysOfAListStaysAsItIsWritten() {
    assertEquals(
        actions(" # who\n      - !Ref P # one\n      - !Ref T"),
        withAction(actions(" # who\n      - !Ref P # one"), "T"));
    assertEquals(actions(" [!Ref P, !Ref T]"), withAction(actions(" [!Ref P]"), "T"));
    assertEquals(
        actions("\n        - {Ref: P}\n        - !Ref T"),
        withAction(actions("\n        - {Ref: P}"), "T"));
  }

  @Test
  void aReferenceIsReplacedByWhatIsWanted() {
    String template = ALARM.replace("100  ", "!Ref P") + "Parameters:\n  P: {Type: Number}\n";
    assertEquals(
        template.replace("!Ref P", "1"), edited(template, set("A", "threshold", number(1))));
    String choice = ALARM.replace("100", "!If [C, 1, 100]") + "Conditions:\n  C: !Equals [a, b]\n";
    assertEquals(
        choice.replace("!If [C, 1, 100]", "1"), edited(choice, set("A", "threshold", number(1))));
  }

  @Test
  void aTextInLinesIsReplacedByOneLine() {
    String template =
        """
        Resources:
          F:
            Type: AWS::Logs::MetricFilter
            Properties:
              FilterPattern: >-
                { a }
                && b
              FilterName: f
        """;
    assertEquals(
        template.replace(">-\n        { a }\n        && b", "\"{ $.a = 1 }\""),
        edited(template, set("F", "pattern", text("{ $.a = 1 }"))));
  }

  @Test
  void aMemberOfAnItemIsTakenOut() {
    String template =
        """
        Resources:
          F:
            Type: AWS::Logs::MetricFilter
            Properties:
              MetricTransformations:
                - Dimensions: [{Key: a, Value: $.b}]
                  MetricName: m
        """;
    assertEquals(
        template.replace("Dimensions: [{Key: a, Value: $.b}]\n          ", ""),
        edited(template, unset("F", "dimensions")));
  }
}
