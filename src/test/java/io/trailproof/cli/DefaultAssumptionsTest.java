package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proof says which defaults of parameters it rests on (F108). */
final class DefaultAssumptionsTest {
  private static final String PARAMETERS =
      """
      Parameters:
        CreateAlarms: {Type: String, Default: 'true', AllowedValues: ['true', 'false']}
        Threshold: {Type: Number, Default: 1}
        Email: {Type: String, Default: security@acme.test, NoEcho: true}
        Unused: {Type: String, Default: x}
      Conditions:
        Create: !Equals [!Ref CreateAlarms, 'true']
        NotCreate: !Not [!Condition Create]
      """;

  private static final String TEMPLATE =
      PARAMETERS
          + Chains.template(
                  "Type: AWS::CloudWatch::Alarm",
                  "Type: AWS::CloudWatch::Alarm\n    Condition: Create")
              .replace("Threshold: 1", "Threshold: !Ref Threshold")
              .replace("Endpoint: security@acme.test", "Endpoint: !Ref Email");

  @TempDir Path folder;

  @Test
  void aProofListsTheDefaultsItRestsOn() throws IOException {
    Checked checked = Checked.of(write(TEMPLATE));
    assertEquals("pass", checked.verdict());
    assertEquals(
        List.of(
            "parameter `CreateAlarms` keeps its default `true`",
            "parameter `Threshold` keeps its default `1`",
            "parameter `Email` keeps its default"),
        defaults(checked));
    assertFalse(checked.text().contains("security@acme.test"), checked.text());
  }

  @Test
  void aGivenValueIsNoDefault() throws IOException {
    String template = write(TEMPLATE);
    assertEquals(
        List.of("parameter `Threshold` keeps its default `1`"),
        defaults(
            Checked.of(
                "--parameter",
                "CreateAlarms=true",
                "--parameter",
                "Email=somebody@acme.test",
                template)));
    Path file = Files.writeString(folder.resolve("p.json"), "{\"Parameters\": {\"Threshold\": 1}}");
    assertEquals(
        List.of(
            "parameter `CreateAlarms` keeps its default `true`",
            "parameter `Email` keeps its default"),
        defaults(Checked.of("--parameters", file.toString(), template)));
  }

  @Test
  void whatIsNotProvenRestsOnNothing() throws IOException {
    Checked checked = Checked.of("--parameter", "CreateAlarms=false", write(TEMPLATE));
    assertEquals("fail", checked.verdict());
    assertEquals(List.of(), defaults(checked));
  }

  @Test
  void whatIsBesideThePathCountsWhereItBelongsToIt() throws IOException {
    String others =
        """
          Elsewhere:
            Type: AWS::IAM::Role
            Properties: {RoleName: !Ref Unused, AssumeRolePolicyDocument: {}}
          Second:
            Type: AWS::SNS::Subscription
            Condition: NotCreate
            Properties: {TopicArn: !Ref Topic, Protocol: email, Endpoint: !Ref Unused}
          Third: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Ref Unused}}
        """;
    assertEquals(List.of(), unused(others));
    assertEquals(List.of("parameter `Unused` keeps its default `x`"), unused(POLICY));
  }

  private static final String POLICY =
      """
        Policy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref Topic]
            PolicyDocument:
              Id: !Ref Unused
              Statement:
                - {Effect: Allow, Principal: {Service: cloudwatch.amazonaws.com}, Action: 'sns:Publish', Resource: !Ref Topic}
      """;

  @Test
  void whatIsNotThereByADefaultAndWouldBelongToThePathCounts() throws IOException {
    String denies =
        POLICY
            .replace("Effect: Allow", "Effect: Deny")
            .replace(
                "Type: AWS::SNS::TopicPolicy", "Type: AWS::SNS::TopicPolicy\n    Condition: Quiet");
    String template =
        write(
            PARAMETERS
                + "  Quiet: !Not [!Equals [!Ref Unused, x]]\n"
                + Chains.template("Threshold: 1", "Threshold: 1")
                + denies);
    Checked checked = Checked.of(template);
    assertEquals("pass", checked.verdict());
    assertTrue(
        defaults(checked).contains("parameter `Unused` keeps its default `x`"), checked.text());
    assertEquals("fail", Checked.of("--parameter", "Unused=y", template).verdict());
  }

  /** Open questions are answered both ways, and the proof rests on the defaults of either. */
  @Test
  void aProofOfEveryWayRestsOnTheDefaultsOfEach() throws IOException {
    String template =
        write(
            """
            Parameters:
              Open: {Type: String}
              A: {Type: String, Default: '1'}
              B: {Type: String, Default: '1'}
              Email: {Type: String}
            Conditions: {IsX: !Equals [!Ref Open, x]}
            """
                + Chains.template("Threshold: 1", "Threshold: !If [IsX, !Ref A, !Ref B]"));
    Checked checked = Checked.of("--parameter", "Email=a@acme.test", template);
    assertEquals("pass", checked.verdict());
    assertEquals(
        List.of("parameter `A` keeps its default `1`", "parameter `B` keeps its default `1`"),
        defaults(checked));
  }

  private List<String> unused(String more) throws IOException {
    Checked checked = Checked.of(write(TEMPLATE + more));
    assertEquals("pass", checked.verdict(), checked.text());
    return defaults(checked).stream().filter(one -> one.contains("Unused")).toList();
  }

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("t.yaml"), text).toString();
  }

  private List<String> defaults(Checked checked) {
    List<String> found = new ArrayList<>();
    for (JsonNode one : checked.json().at("/deployments/0/rules/0/assumptions")) {
      if (one.get("code").asText().equals("parameter-default")) {
        assertEquals(folder.resolve("t.yaml").toString(), one.get("address").asText());
        found.add(one.get("message").asText());
      }
    }
    return found;
  }
}
