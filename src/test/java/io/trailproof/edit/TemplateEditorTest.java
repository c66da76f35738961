package io.trailproof.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.DeploymentReader;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.CloudFormationFormat;
import io.trailproof.json.Json;
import io.trailproof.remedy.Alteration;
import io.trailproof.rule.RulesFolder;
import io.trailproof.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TemplateEditorTest {
  private static final String FILE = "t";

  private static ResourceId id(String name) {
    return new ResourceId(FILE, name);
  }

  private static Value number(int number) {
    return Value.number(BigDecimal.valueOf(number), Origin.NOWHERE);
  }

  private static Value text(String text) {
    return Value.text(text, Origin.NOWHERE);
  }

  private static Value arn(String name) {
    return new Value.Reference(id(name), "arn", Origin.NOWHERE);
  }

  private static Alteration set(String resource, String property, Value value) {
    return new Alteration.Set(id(resource), property, value);
  }

  private static Alteration unset(String resource, String property) {
    return new Alteration.Unset(id(resource), property);
  }

  private static Alteration topic(String name, String beside) {
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("name", text("alerts"));
    return new Alteration.Add(id(name), "aws.sns.Topic", id(beside), properties);
  }

  private static ResourceGraph graph(SourceFile file) {
    return new DeploymentReader(RulesFolder.CATALOG)
        .read(Map.of(file, CloudFormationFormat.alone(RulesFolder.CATALOG)), ReadSettings.NONE)
        .value()
        .orElseThrow()
        .graph();
  }

  /** The template with the changes, or why one of them is not in it. */
  private static String edited(String template, Alteration... changes) {
    SourceFile file = SourceFile.ofText(FILE, template);
    List<Alteration> all = List.of(changes);
    Edits edits = new TemplateEditor(RulesFolder.CATALOG, graph(file), all).edits(all);
    if (!edits.unwritten().isEmpty()) {
      assertEquals(List.of(), edits.edits());
      return "not written: " + edits.unwritten().get(0).why();
    }
    return EditedFile.of(edits.edits()).get(0).text();
  }

  /** The same with an action more of the alarm `A`. */
  private static String withAction(String template, String topic) {
    SourceFile file = SourceFile.ofText(FILE, template);
    Resource alarm = graph(file).find(id("A")).orElseThrow();
    List<Value> actions = new ArrayList<>(alarm.property("actions").children());
    actions.add(arn(topic));
    return edited(template, set("A", "actions", new Value.Items(actions, Origin.NOWHERE)));
  }

  private static final String ALARM =
      """
      # an alarm
      Resources:
        A:  # here
          Type: AWS::CloudWatch::Alarm
          Properties:
            # above
            Threshold:   100   # why
            Statistic: Sum
      """;

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

  @Test
  void whatOthersStandForIsNotTouched() {
    String template =
        """
        Resources:
          A:
            Type: AWS::CloudWatch::Alarm
            Properties: &p
              Threshold: 100
          B:
            Type: AWS::CloudWatch::Alarm
            Properties: *p
        """;
    assertEquals(
        "not written: other parts of the template stand for what it is in, by an anchor",
        edited(template, set("A", "threshold", number(1))));
    assertEquals(
        "not written: other parts of the template stand for what it is in, by an anchor",
        edited(template, set("B", "threshold", number(1))));
    String merged =
        """
        Resources:
          A:
            Type: AWS::CloudWatch::Alarm
            Properties: &p
              Threshold: 100
          B:
            Type: AWS::CloudWatch::Alarm
            Properties:
              <<: *p
              Period: 60
        """;
    assertEquals(
        "not written: a merge key brings it from elsewhere",
        edited(merged, set("B", "threshold", number(1))));
    String scalar = ALARM.replace("100  ", "&x 100") + "      Period: *x\n";
    assertEquals(scalar.replace("*x", "300"), edited(scalar, set("A", "period", number(300))));
    assertEquals(
        "not written: other parts of the template stand for what is there, by an anchor",
        edited(scalar, set("A", "threshold", number(1))));
  }

  @Test
  void whatAFunctionMakesIsNotEdited() {
    String template =
        """
        Conditions:
          C: !Equals [a, a]
        Resources:
          F:
            Type: AWS::Logs::MetricFilter
            Properties:
              MetricTransformations: !If [C, [{MetricName: a}], []]
        """;
    assertEquals(
        "not written: `Fn::If` gives what it stands in",
        edited(template, set("F", "metricName", text("b"))));
  }

  @Test
  void aTextThatKeepsItsLastLinesKeepsThem() {
    String template =
        """
        Resources:
          T:
            Type: AWS::SNS::Topic
            Properties:
              DisplayName: |+
                a

        """;
    assertEquals(
        template.replace("      DisplayName", "      TopicName: x\n      DisplayName"),
        edited(template, set("T", "name", text("x"))));
  }

  @Test
  void aNameThatIsTakenIsNotTakenAgain() {
    assertEquals(
        "not written: `X` is something else in the template",
        edited(ALARM + "  X:\n    Type: AWS::SSM::Parameter\n", topic("X", "A")));
  }

  @Test
  void whatRefersToWhatIsNotWrittenIsNotWritten() {
    assertEquals(
        "not written: `X` is something else in the template",
        edited(
            ALARM + "  X:\n    Type: AWS::SSM::Parameter\n",
            topic("X", "A"),
            set("A", "actions", new Value.Items(List.of(arn("X")), Origin.NOWHERE))));
  }

  @Test
  void whatIsNotToldIsNotWritten() {
    assertEquals(
        "not written: a part of it is not told by the template",
        edited(
            ALARM,
            set("A", "namespace", new Value.Unknown("is known only later", Origin.NOWHERE))));
  }

  @Test
  void onePlaceIsAllThatMayDiffer() {
    Json.Obj one = object("a", object("b", object("c", Json.Bool.TRUE)));
    Json.Obj other = object("a", object("b", object("c", Json.Bool.FALSE)));
    assertTrue(TreeDifference.isWithin(List.of("a", "b"), one, other));
    assertFalse(TreeDifference.isWithin(List.of("a", "x"), one, other));
    assertTrue(TreeDifference.isWithin(List.of("x"), one, one));
    assertFalse(TreeDifference.isWithin(List.of("x"), one, object("x", one)));
    assertTrue(TreeDifference.isWithin(List.of("x"), new Json.Obj(Map.of()), object("x", one)));
  }

  private static Json.Obj object(String name, Json value) {
    return new Json.Obj(Map.of(name, value));
  }
}
