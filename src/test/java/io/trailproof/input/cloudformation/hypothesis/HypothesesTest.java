package io.trailproof.input.cloudformation.hypothesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.Resource;
import io.trailproof.input.Reading;
import io.trailproof.input.cloudformation.Read;
import io.trailproof.input.cloudformation.template.Rendering;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class HypothesesTest {
  @Test
  void anOpenConditionIsWorkedOutBothWays() {
    Read read =
        Read.template(
            """
            Parameters: {Create: {Type: String}}
            Conditions: {C: !Equals [!Ref Create, 'true'], N: !Not [!Condition C]}
            Resources:
              A: {Type: 'AWS::SNS::Topic', Condition: C, Properties: {TopicName: !Ref Create}}
              B: {Type: 'AWS::SNS::Topic', Condition: N, Properties: {TopicName: !If [C, x, y]}}
            """);
    assertEquals(
        List.of("`Create` is `true`: A=true", "`Create` is not `true`: B=y"), variants(read));
    assertTrue(
        read.reading().hypotheses().stream()
            .flatMap(variant -> variant.then().resources().stream())
            .allMatch(resource -> resource.property("exists").isAbsent()));
  }

  @Test
  void allowedValuesLeaveNoOther() {
    Read read =
        Read.template(
            """
            Parameters: {Env: {Type: String, AllowedValues: [a, b, c]}}
            Conditions:
              A: !Equals [!Ref Env, a]
              B: !Equals [b, !Ref Env]
              Never: !Equals [!Ref Env, d]
            Resources:
              X: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !If [A, x, !If [B, y, !Ref Env]]}}
              Y: {Type: 'AWS::SNS::Topic', Condition: Never}
            """);
    assertEquals(
        List.of(
            "`Env` is `a`: X=x",
            "`Env` is not `a` and `Env` is `b`: X=y",
            "`Env` is not `a` and `Env` is not `b`: X=c"),
        variants(read));
  }

  @Test
  void whatDoesNotMatterIsNotSplit() {
    Read read =
        Read.template(
            """
            Parameters: {P: {Type: String}}
            Conditions:
              C: !Equals [!Ref P, x]
              False: !And [!Condition C, !Equals [a, b]]
            Resources:
              Bucket: {Type: 'AWS::DynamoDB::Table', Condition: C}
              A: {Type: 'AWS::SNS::Topic', Condition: False}
              T:
                Type: AWS::CloudTrail::Trail
                DependsOn: Bucket
            Outputs: {O: {Condition: C, Value: !Ref Bucket}}
            """);
    assertEquals(List.of(), read.reading().hypotheses());
    assertEquals(List.of("T"), read.addresses());
  }

  /** F254: a reference to what is not made is refused. */
  @Test
  void whatIsReferredToAndMayNotBeMadeMatters() {
    Read read =
        Read.template(
            """
            Parameters: {P: {Type: String}}
            Conditions: {C: !Equals [!Ref P, x]}
            Resources:
              Table: {Type: 'AWS::DynamoDB::Table', Condition: C}
              T: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: a, Value: !Ref Table}]}}
            """);
    assertEquals(2, read.reading().hypotheses().size());
  }

  @Test
  void oneTextIsNotAnother() {
    Read read =
        Read.template(
            """
            Parameters: {P: {Type: String}}
            Conditions:
              C: !Equals [!Sub '${P}-${AWS::Region}', a-x]
              D: !Equals [a-y, !Sub '${P}-${AWS::Region}']
            Resources:
              A: {Type: 'AWS::SNS::Topic', Condition: C, Properties: {TopicName: a}}
              B: {Type: 'AWS::SNS::Topic', Condition: D, Properties: {TopicName: b}}
            """);
    assertEquals(3, read.reading().hypotheses().size(), () -> variants(read).toString());
  }

  @Test
  void tooManyWaysAreNotToldApart() {
    StringBuilder text = new StringBuilder("Parameters:\n");
    StringBuilder conditions = new StringBuilder("Conditions:\n");
    StringBuilder resources = new StringBuilder("Resources:\n");
    for (int i = 0; i < 12; i++) {
      text.append("  P" + i + ": {Type: String}\n");
      conditions.append("  C" + i + ": !Equals [!Ref P" + i + ", x]\n");
      resources.append("  R" + i + ": {Type: 'AWS::SNS::Topic', Condition: C" + i + "}\n");
    }
    Read read = Read.template(text.toString() + conditions + resources);
    assertEquals(List.of(), read.reading().hypotheses());
    assertEquals(12, read.addresses().size());
  }

  private static List<String> variants(Read read) {
    return read.reading().hypotheses().stream().map(HypothesesTest::words).toList();
  }

  private static String words(Hypothesis<Reading> variant) {
    StringBuilder words =
        new StringBuilder(
            variant.when().stream()
                    .map(Hypothesis.Answer::words)
                    .collect(Collectors.joining(" and "))
                + ":");
    for (Resource resource : variant.then().resources()) {
      words.append(" " + resource.address() + "=" + Rendering.words(resource.property("name")));
    }
    return words.toString();
  }
}
