package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The chain written once as a Terraform plan and once as a template, broken at the same link: both
 * get the same verdict, the same broken requirements and the same events.
 */
final class ParityTest {
  private static final Path PLANS =
      Path.of(System.getProperty("trailproof.root", ".")).resolve("fixtures/terraform");

  @TempDir Path folder;

  /** A plan of the fixtures and a template that breaks where it does. */
  private record Pair(String plan, String region, String template) {
    @Override
    public String toString() {
      return plan;
    }
  }

  private static Pair pair(String plan, String... replaced) {
    return new Pair(plan, "us-east-1", Chains.template(replaced));
  }

  private static Pair without(String plan, String id) {
    return new Pair(plan, "us-east-1", Chains.without(id));
  }

  private static final String ALARM = "EvaluationPeriods: 1";
  private static final String TOPIC = "Type: AWS::SNS::Topic\n";
  private static final String METRIC = "MetricValue: '1'}";
  private static final String TRAIL = "IsLogging: true";

  static Stream<Pair> pairs() {
    return Stream.of(
        pair("compliant"),
        pair("trail-logging-off", TRAIL, "IsLogging: false"),
        pair(
            "trail-no-global-events",
            "IsMultiRegionTrail: true\n      IncludeGlobalServiceEvents: true",
            "IsMultiRegionTrail: false\n      IncludeGlobalServiceEvents: false"),
        new Pair(
            "trail-single-region-us-west-2",
            "us-west-2",
            Chains.template("IsMultiRegionTrail: true", "IsMultiRegionTrail: false")),
        pair(
            "event-selector-readonly",
            TRAIL,
            TRAIL
                + "\n"
                + "      EventSelectors: [{ReadWriteType: ReadOnly, IncludeManagementEvents:"
                + " true}]"),
        pair(
            "trail-without-log-group",
            "      CloudWatchLogsLogGroupArn: !GetAtt Group.Arn\n",
            "",
            "      CloudWatchLogsRoleArn: !GetAtt Role.Arn\n",
            ""),
        pair("trail-no-role", "      CloudWatchLogsRoleArn: !GetAtt Role.Arn\n", ""),
        pair("role-trust", "Service: cloudtrail.amazonaws.com", "Service: ec2.amazonaws.com"),
        without("no-trail", "Trail"),
        pair(
            "log-group-infrequent-access",
            "Type: AWS::Logs::LogGroup",
            "Type: AWS::Logs::LogGroup\n    Properties: {LogGroupClass: INFREQUENT_ACCESS}"),
        without("no-filter", "Filter"),
        pair(
            "filter-on-other-log-group",
            "LogGroupName: !Ref Group",
            "LogGroupName: !Ref Other",
            "  Group:\n",
            "  Other: {Type: 'AWS::Logs::LogGroup'}\n  Group:\n"),
        new Pair(
            "attach-role-policy-only",
            "us-east-1",
            Chains.template()
                .replaceFirst(
                    "FilterPattern: .*",
                    "FilterPattern: '{ \\$.eventSource = \"iam.amazonaws.com\""
                        + " && \\$.eventName = \"AttachRolePolicy\" }'")),
        pair("metric-value-zero", METRIC, "MetricValue: '0'}"),
        without("no-alarm", "Alarm"),
        pair("metric-name-mismatch", "\n      MetricName: Changes", "\n      MetricName: Change"),
        pair("namespace-mismatch", "\n      Namespace: Security", "\n      Namespace: security"),
        pair(
            "alarm-dimensions",
            ALARM,
            ALARM + "\n      Dimensions: [{Name: Environment, Value: prod}]"),
        pair("threshold-100", "Threshold: 1", "Threshold: 100"),
        pair(
            "less-than",
            "GreaterThanOrEqualToThreshold",
            "LessThanThreshold",
            ALARM,
            ALARM + "\n      TreatMissingData: missing",
            "Statistic: Sum",
            "Statistic: Maximum"),
        pair(
            "five-of-five-periods",
            ALARM,
            """
            EvaluationPeriods: 5
                  DatapointsToAlarm: 5
                  TreatMissingData: notBreaching\
            """),
        pair(
            "average-with-default-value",
            METRIC,
            "MetricValue: '1', DefaultValue: 0}",
            "Statistic: Sum",
            "Statistic: Average",
            "Period: 300",
            "Period: 600",
            ALARM,
            ALARM + "\n      TreatMissingData: notBreaching"),
        pair("actions-disabled", ALARM, ALARM + "\n      ActionsEnabled: false"),
        pair("no-alarm-actions", "      AlarmActions: [!Ref Topic]\n", ""),
        new Pair(
            "unknown-external-topic",
            "us-east-1",
            Chains.without("Topic", "Subscription")
                .replace("!Ref Topic]", "'arn:aws:sns:us-east-1:111122223333:central']")),
        pair(
            "topic-aws-managed-key",
            TOPIC,
            TOPIC + "    Properties: {KmsMasterKeyId: alias/aws/sns}\n"),
        pair(
            "topic-fifo",
            TOPIC,
            TOPIC + "    Properties: {TopicName: alerts.fifo, FifoTopic: true}\n",
            "Protocol: email",
            "Protocol: sqs",
            "Endpoint: security@acme.test",
            "Endpoint: arn:aws:sqs:us-east-1:111122223333:alerts.fifo"),
        without("topic-without-subscription", "Subscription"),
        pair(
            "subscription-filter-policy",
            "Protocol: email",
            "Protocol: email\n      FilterPolicy: {severity: [high]}"));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void bothFormatsAgree(Pair pair) throws IOException {
    Path template = Files.writeString(folder.resolve("template.yaml"), pair.template());
    Checked plan = Checked.of(PLANS.resolve(pair.plan()).resolve("plan.json").toString());
    Checked other = Checked.of("--region", pair.region(), template.toString());
    assertEquals(summary(plan), summary(other), () -> plan.messages() + "\n" + other.messages());
    assertEquals(plan.status(), other.status());
  }

  private static List<String> summary(Checked checked) {
    return List.of(checked.verdict(), checked.findings().toString(), checked.missing().toString());
  }
}
