package io.trailproof.benchmarks;

/** A template as tools make it: JSON, long forms, generated logical ids. */
final class JsonTemplate {
  private static final String CHAIN =
      """
          "Logs": {"Type": "AWS::Logs::LogGroup", "Properties": {
            "LogGroupName": {"Fn::Sub": "/aws/cloudtrail/@I@-${AWS::StackName}"}}},
          "Role": {"Type": "AWS::IAM::Role", "Properties": {
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
            "Policies": [{"PolicyName": "logs", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
               "Resource": {"Fn::GetAtt": ["Logs", "Arn"]}}]}}]}},
          "Trail": {"Type": "AWS::CloudTrail::Trail", "Properties": {
            "S3BucketName": "acme-central-logs-@I@", "IsLogging": true,
            "IsMultiRegionTrail": true, "IncludeGlobalServiceEvents": true,
            "CloudWatchLogsLogGroupArn": {"Fn::GetAtt": ["Logs", "Arn"]},
            "CloudWatchLogsRoleArn": {"Fn::GetAtt": ["Role", "Arn"]}}},
          "Filter": {"Type": "AWS::Logs::MetricFilter", "Properties": {
            "LogGroupName": {"Ref": "Logs"}, "FilterPattern": "@PATTERN@",
            "MetricTransformations": [{"MetricName": "PolicyChanges@I@", "MetricNamespace": "Acme", "MetricValue": "1"}]}},
          "Alarm": {"Type": "AWS::CloudWatch::Alarm", "Properties": {
            "MetricName": "PolicyChanges@I@", "Namespace": "Acme", "Statistic": "Sum", "Period": 300,
            "EvaluationPeriods": 1, "Threshold": 1,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold", "AlarmActions": [{"Ref": "Topic"}]}},
          "Topic": {"Type": "AWS::SNS::Topic"},
          "Subscription": {"Type": "AWS::SNS::Subscription", "Properties": {
            "Protocol": "email", "Endpoint": "team-@I@@acme.example", "TopicArn": {"Ref": "Topic"}}},
      """;

  private static final String UNRELATED =
      """
          "Queue@N@": {"Type": "AWS::SQS::Queue", "Properties": {
            "QueueName": {"Fn::Join": ["-", [{"Ref": "AWS::StackName"}, "work", "@N@"]]},
            "VisibilityTimeout": 300, "KmsMasterKeyId": "alias/aws/sqs",
            "RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["Queue@N@Dead", "Arn"]}, "maxReceiveCount": 5},
            "Tags": [{"Key": "aws-cdk:path", "Value": "Stack@I@/Queue@N@/Resource"}]}},
          "Queue@N@Dead": {"Type": "AWS::SQS::Queue", "Properties": {
            "MessageRetentionPeriod": 1209600,
            "Tags": [{"Key": "aws-cdk:path", "Value": "Stack@I@/Queue@N@Dead/Resource"}]}},
      """;

  private JsonTemplate() {}

  static String of(int i, int bytes) {
    StringBuilder text =
        new StringBuilder("{\n  \"Description\": \"Stack number " + i + "\",\n  \"Resources\": {\n");
    if (ManyTemplates.hasChain(i)) {
      text.append(numbered(CHAIN, i, 0).replace("@PATTERN@", ManyTemplates.pattern(i)));
    }
    for (int n = 0; text.length() < bytes; n++) {
      text.append(numbered(UNRELATED, i, n));
    }
    text.setLength(text.lastIndexOf(","));
    return text.append("\n  }\n}\n").toString();
  }

  private static String numbered(String text, int i, int n) {
    return text.replace("@I@", Integer.toString(i)).replace("@N@", Integer.toString(n));
  }
}
