package io.trailproof.benchmarks;

/** The parts of a template as people write them: short forms, folded patterns, conditions. */
final class YamlTemplate {
  private static final String HEAD =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Description: Stack number @I@ of many

      Parameters:
        Environment:
          Type: String
          Default: prod
          AllowedValues: [dev, test, prod]
        AlertAddress:
          Type: String
          Default: team-@I@@acme.example
        RetentionDays:
          Type: Number
          Default: 365

      Mappings:
        Sizes:
          dev: { Memory: 128, Capacity: 1 }
          test: { Memory: 256, Capacity: 2 }
          prod: { Memory: 512, Capacity: 4 }

      Conditions:
        KeepsLogs: !Not [!Equals [!Ref RetentionDays, 0]]
        IsProduction: !Equals [!Ref Environment, prod]

      Resources:
      """;

  private static final String CHAIN =
      """
        TrailLogs:
          Type: AWS::Logs::LogGroup
          Properties:
            LogGroupName: !Sub /aws/cloudtrail/@I@-${AWS::StackName}
            RetentionInDays: !If [KeepsLogs, !Ref RetentionDays, !Ref AWS::NoValue]

        TrailRole:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Service: cloudtrail.amazonaws.com }
                  Action: sts:AssumeRole
            Policies:
              - PolicyName: logs
                PolicyDocument:
                  Version: "2012-10-17"
                  Statement:
                    - Effect: Allow
                      Action: [logs:CreateLogStream, logs:PutLogEvents]
                      Resource: !GetAtt TrailLogs.Arn

        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            S3BucketName: acme-central-logs-@I@
            IsLogging: true
            IsMultiRegionTrail: true
            IncludeGlobalServiceEvents: true
            CloudWatchLogsLogGroupArn: !GetAtt TrailLogs.Arn
            CloudWatchLogsRoleArn: !GetAtt TrailRole.Arn

        PolicyChanges:
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: !Ref TrailLogs
            FilterPattern: >-
              @PATTERN@
            MetricTransformations:
              - MetricName: PolicyChanges@I@
                MetricNamespace: !Sub ${AWS::StackName}/Security
                MetricValue: "1"

        PolicyAlarm:
          Type: AWS::CloudWatch::Alarm
          Properties:
            MetricName: PolicyChanges@I@
            Namespace: !Sub ${AWS::StackName}/Security
            Statistic: Sum
            Period: 300
            EvaluationPeriods: 1
            Threshold: 1
            ComparisonOperator: GreaterThanOrEqualToThreshold
            AlarmActions: [!Ref Alerts]

        Alerts:
          Type: AWS::SNS::Topic
          Properties:
            TopicName: !Join ["-", [!Ref AWS::StackName, alerts, "@I@"]]
            Subscription:
              - Protocol: email
                Endpoint: !Ref AlertAddress

      """;

  private static final String UNRELATED =
      """
        Work@N@Function:
          Type: AWS::Lambda::Function
          Properties:
            FunctionName: !Sub "${AWS::StackName}-@I@-work-@N@"
            Runtime: python3.12
            Handler: index.handler
            MemorySize: !FindInMap [Sizes, !Ref Environment, Memory]
            Role: !GetAtt Work@N@Role.Arn
            Environment:
              Variables:
                TABLE: !Ref Work@N@Table
                STAGE: !If [IsProduction, live, !Ref Environment]
            Code:
              ZipFile: |
                import os

                def handler(event, context):
                    # number @N@ of stack @I@
                    return {"table": os.environ["TABLE"], "items": len(event.get("Records", []))}

        Work@N@Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Service: lambda.amazonaws.com }
                  Action: sts:AssumeRole
            ManagedPolicyArns:
              - !Sub arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole

        Work@N@Table:
          Type: AWS::DynamoDB::Table
          Condition: IsProduction
          Properties:
            TableName: !Join ["-", [!Ref AWS::StackName, work, "@N@"]]
            AttributeDefinitions:
              - { AttributeName: id, AttributeType: S }
            KeySchema:
              - { AttributeName: id, KeyType: HASH }
            BillingMode: PAY_PER_REQUEST

      """;

  private YamlTemplate() {}

  static String head(int i) {
    return numbered(HEAD, i, 0);
  }

  static String chain(int i, String pattern) {
    return numbered(CHAIN, i, 0).replace("@PATTERN@", pattern);
  }

  static String unrelated(int i, int n) {
    return numbered(UNRELATED, i, n);
  }

  private static String numbered(String text, int i, int n) {
    return text.replace("@I@", Integer.toString(i)).replace("@N@", Integer.toString(n));
  }
}
