package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A literal that misses a name of its input by a letter or by case is asked about. */
final class NearMissTest {
  private static final Path COMPLIANT = Path.of("fixtures/terraform/compliant/plan.json");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'\n      MetricName: Changes', '\n      MetricName: changes', Changes",
    "'\n      Namespace: Security', '\n      Namespace: Securty', Security",
    "LogGroupName: !Ref Group, LogGroupName: Trail/Events, trail/events",
    "LogGroupName: !Ref Group, LogGroupName: trail/event, trail/events",
    "'[!Ref Topic]', '[\"arn:aws:sns:us-east-1:111122223333:Page-us\"]', page-us",
    "TopicArn: !Ref Topic, 'TopicArn: \"arn:aws:sns:us-east-1:111122223333:page_us\"',"
        + " arn:aws:sns:us-east-1:111122223333:page-us",
    "CloudWatchLogsLogGroupArn: !GetAtt Group.Arn,"
        + " 'CloudWatchLogsLogGroupArn:"
        + " \"arn:aws:logs:us-east-1:111122223333:log-group:trail/Events:*\"', trail/events",
  })
  void templatesAreAsked(String written, String slip, String meant) throws IOException {
    String template =
        Chains.template()
            .replace(
                "Type: AWS::Logs::LogGroup\n",
                "Type: AWS::Logs::LogGroup\n    Properties: {LogGroupName: trail/events}\n")
            .replace(
                "Type: AWS::SNS::Topic\n",
                "Type: AWS::SNS::Topic\n    Properties: {TopicName: page-us}\n");
    assertTrue(template.contains(written), template);
    asks(meant, "template.yaml", template, template.replace(written, slip));
  }

  @ParameterizedTest
  @CsvSource({
    "metric_name, IAMPolicyChanges, IamPolicyChanges",
    "namespace, CISBenchmark, CISBenchmarks",
    "log_group_name, /aws/cloudtrail/acme, /aws/cloudtrail/acne",
  })
  void plansAreAsked(String property, String meant, String slip) throws IOException {
    String plan = Files.readString(COMPLIANT);
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(plan);
    String type =
        property.equals("log_group_name")
            ? "aws_cloudwatch_log_metric_filter"
            : "aws_cloudwatch_metric_alarm";
    for (JsonNode one : root.at("/planned_values/root_module/resources")) {
      put(one.path("type"), type, one.path("values"), property, TextNode.valueOf(slip));
    }
    for (JsonNode one : root.path("resource_changes")) {
      put(one.path("type"), type, one.at("/change/after"), property, TextNode.valueOf(slip));
    }
    for (JsonNode one : root.at("/configuration/root_module/resources")) {
      ObjectNode constant = new ObjectMapper().createObjectNode().put("constant_value", slip);
      put(one.path("type"), type, one.path("expressions"), property, constant);
    }
    asks(meant, "plan.json", plan, root.toString());
  }

  private static void put(
      JsonNode found, String type, JsonNode holder, String property, JsonNode value) {
    if (found.asText().equals(type)) {
      ((ObjectNode) holder).set(property, value);
    }
  }

  private void asks(String meant, String name, String right, String wrong) throws IOException {
    String question = "did you mean `" + meant + "`?";
    assertFalse(help(name, right).contains("did you mean"), right);
    String help = help(name, wrong);
    assertTrue(help.contains(question), help);
  }

  private String help(String name, String text) throws IOException {
    String file = Files.writeString(folder.resolve(name), text).toString();
    Checked checked = Checked.of("--region", "us-east-1", "--account", "111122223333", file);
    StringBuilder help = new StringBuilder();
    for (JsonNode finding : checked.json().at("/deployments/0/rules/0/findings")) {
      help.append(finding.get("code").asText()).append(": ").append(finding.get("help"));
    }
    return help.toString();
  }
}
