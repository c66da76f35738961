package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalog files in a folder of own rules. */
final class OwnCatalogTest {
  private static final String GOOD =
      """
      service: logs
      types:
        aws.logs.SubscriptionFilter:
          title: subscription filter
          terraform: [{ type: aws_cloudwatch_log_subscription_filter }]
          cloudformation: [{ type: "AWS::Logs::SubscriptionFilter" }]
          properties:
            name: { type: string, terraform: name, cloudformation: FilterName }
            logGroup: { type: string, link: aws.logs.LogGroup, terraform: log_group_name, cloudformation: LogGroupName }
      """;

  private static final String CHAIN =
      """
      chain: forwarding
      way: forwarding
      links:
        forwarder:
          type: aws.logs.SubscriptionFilter
          particular: true
          missing: { id: forwarder, message: nothing is forwarded }
          require:
            - { id: forwarder-name, property: name, equals: forward, message: "`{address}` is called {value}" }
      """;

  private static final String RULE =
      """
      id: forwarded
      title: records are forwarded
      claim: complies
      severity: low
      chain: forwarding
      events: { source: kms.amazonaws.com, names: [DisableKey] }
      """;

  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: 2010-09-09
      Resources:
        Forward:
          Type: AWS::Logs::SubscriptionFilter
          Properties:
            FilterName: NAME
            LogGroupName: /records
            FilterPattern: ""
            DestinationArn: arn:aws:lambda:eu-west-1:111122223333:function:f
      """;

  @TempDir Path folder = Path.of("");

  private String put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private Invocation.Ended check(String catalog, String name) throws IOException {
    put("own/forwarding.chain.yaml", CHAIN);
    put("own/forwarded.yaml", RULE);
    put("own/logs.catalog.yaml", catalog);
    String template = put("template.yaml", TEMPLATE.replace("NAME", name));
    return Invocation.of(
        "check", "--no-config", "--rules", folder + "/own", "--rule", "forwarded", template);
  }

  @Test
  void ownTypesAreReadInInputsAndStandInChains() throws IOException {
    Invocation.Ended good = check(GOOD, "forward");
    assertEquals(0, good.status(), good.out());
    assertTrue(good.out().contains("subscription filter ✓"), good.out());
    assertEquals(1, check(GOOD, "backward").status());
  }

  @Test
  void ownTypeIsClosedOnlyIfItSaysSo() throws IOException {
    String closed = GOOD.replace("title:", "closed: true\n    title:");
    Invocation.Ended ended = check(closed, "forward");
    assertEquals(1, ended.status());
    assertTrue(ended.out().contains("is newer than this version"), ended.out());
    String said =
        GOOD.replace(
            "title:",
            "closed: { cloudformation: { beside: [FilterPattern, DestinationArn] } }\n    title:");
    assertEquals(0, check(said, "forward").status());
  }

  @Test
  void configurationMayDeclareThem() throws IOException {
    check(GOOD, "forward");
    String config =
        put(
            "trailproof.yaml",
            "declared: { it: { type: aws.logs.SubscriptionFilter, name: forward } }\n");
    String template = put("t.yaml", "Resources: { T: { Type: 'AWS::SNS::Topic' } }\n");
    Invocation.Ended ended =
        Invocation.of(
            "check",
            "--config",
            config,
            "--rules",
            folder + "/own",
            "--rule",
            "forwarded",
            template);
    assertEquals(0, ended.status(), ended.out());
  }

  @Test
  void whatIsWrongHasItsPlace() throws IOException {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put(
        GOOD.replace("aws.logs.SubscriptionFilter", "aws.logs.LogGroup"),
        ":3:3\n|there is a type `aws.logs.LogGroup` already");
    wrong.put(
        GOOD.replace("aws_cloudwatch_log_subscription_filter", "aws_sns_topic"),
        ":5:25\n|`aws_sns_topic` is the spelling of another type");
    wrong.put(
        GOOD.replace("AWS::Logs::SubscriptionFilter", "aws_cloudwatch_log_subscription_filter"),
        ":6:30\n|is the spelling of another type");
    wrong.put(
        GOOD.replace("link: aws.logs.LogGroup", "link: aws.logs.LogGrop"),
        ":9:39\n|did you mean `aws.logs.LogGroup`?");
    wrong.put(
        GOOD.replace("aws_cloudwatch_log_subscription_filter", "aws_cloudwatch_alarm_freeze"),
        ":5:25\n|`aws_cloudwatch_alarm_freeze` is newer than this version");
    wrong.put(GOOD.replace("terraform: name", "terraform: 'name[x'"), ":8:40\n|pattern");
    wrong.put(GOOD.replace("title:", "arn: 'arn:{partition}:x'\n    title:"), ":4:10\n|pattern");
    wrong.put(GOOD.replace("title:", "titel:"), ":4:5\n|titel");
    wrong.put(GOOD + "stand_ins: { words: [x] }\n", ":10:12\n|for bundled files alone");
    for (Map.Entry<String, String> one : wrong.entrySet()) {
      Invocation.Ended ended = check(one.getKey(), "forward");
      assertEquals(3, ended.status(), one.getValue() + ended.out() + ended.err());
      String[] said = one.getValue().split("\\|", -1);
      assertTrue(ended.out().contains("logs.catalog.yaml" + said[0]), one.getValue() + ended.out());
      assertTrue(ended.out().contains(said[1]), one.getValue() + ended.out());
      assertTrue(ended.out().contains("error[invalid-catalog]"), ended.out());
    }
  }
}
