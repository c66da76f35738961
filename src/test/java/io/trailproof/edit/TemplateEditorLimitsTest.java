package io.trailproof.edit;

import static io.trailproof.edit.EditedTemplate.ALARM;
import static io.trailproof.edit.EditedTemplate.arn;
import static io.trailproof.edit.EditedTemplate.edited;
import static io.trailproof.edit.EditedTemplate.number;
import static io.trailproof.edit.EditedTemplate.set;
import static io.trailproof.edit.EditedTemplate.text;
import static io.trailproof.edit.EditedTemplate.topic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not edited in a template, and what is left as it is. */
final class TemplateEditorLimitsTest {
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
