package io.trailproof.cli;

import java.util.List;
import java.util.stream.Collectors;

/** A template of the whole chain, from trail to subscription, that a test breaks where it likes. */
final class Chains {
  static final List<String> EVENTS =
      List.of(
          "DeleteGroupPolicy",
          "DeleteRolePolicy",
          "DeleteUserPolicy",
          "PutGroupPolicy",
          "PutRolePolicy",
          "PutUserPolicy",
          "CreatePolicy",
          "DeletePolicy",
          "CreatePolicyVersion",
          "DeletePolicyVersion",
          "AttachRolePolicy",
          "DetachRolePolicy",
          "AttachUserPolicy",
          "DetachUserPolicy",
          "AttachGroupPolicy",
          "DetachGroupPolicy");

  private static final String CHAIN =
      """
      Resources:
        Group:
          Type: AWS::Logs::LogGroup
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: {Service: cloudtrail.amazonaws.com}
                  Action: sts:AssumeRole
            Policies:
              - PolicyName: write
                PolicyDocument:
                  Statement:
                    - Effect: Allow
                      Action: [logs:CreateLogStream, logs:PutLogEvents]
                      Resource: !GetAtt Group.Arn
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            S3BucketName: trails
            IsLogging: true
            IsMultiRegionTrail: true
            IncludeGlobalServiceEvents: true
            CloudWatchLogsLogGroupArn: !GetAtt Group.Arn
            CloudWatchLogsRoleArn: !GetAtt Role.Arn
        Filter:
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: !Ref Group
            FilterPattern: '%s'
            MetricTransformations:
              - {MetricName: Changes, MetricNamespace: Security, MetricValue: '1'}
        Alarm:
          Type: AWS::CloudWatch::Alarm
          Properties:
            MetricName: Changes
            Namespace: Security
            Statistic: Sum
            Period: 300
            EvaluationPeriods: 1
            Threshold: 1
            ComparisonOperator: GreaterThanOrEqualToThreshold
            AlarmActions: [!Ref Topic]
        Topic:
          Type: AWS::SNS::Topic
        Subscription:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref Topic
            Protocol: email
            Endpoint: security@acme.test
      """
          .formatted(
              EVENTS.stream()
                  .map(name -> "($.eventName = " + name + ")")
                  .collect(Collectors.joining(" || ", "{ ", " }")));

  private Chains() {}

  static String template() {
    return CHAIN;
  }

  /** The template with pairs of texts replaced: what is there, and what stands there then. */
  static String template(String... replaced) {
    String text = CHAIN;
    for (int i = 0; i < replaced.length; i += 2) {
      if (!text.contains(replaced[i])) {
        throw new AssertionError("no " + replaced[i]);
      }
      text = text.replace(replaced[i], replaced[i + 1]);
    }
    return text;
  }

  /** The template without a resource. */
  static String without(String id) {
    StringBuilder kept = new StringBuilder();
    boolean dropping = false;
    for (String line : CHAIN.split("\n", -1)) {
      if (line.startsWith("  ") && !line.startsWith("   ")) {
        dropping = line.equals("  " + id + ":");
      }
      if (!dropping) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }
}
