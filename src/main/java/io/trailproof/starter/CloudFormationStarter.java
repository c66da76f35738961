package io.trailproof.starter;

import java.util.ArrayList;
import java.util.List;

/**
 * A chain as one template of CloudFormation. Names are left to CloudFormation where nothing else
 * has to know them, so that none can be taken already.
 */
final class CloudFormationStarter {
  private static final Term STACK = Term.reference("AWS::StackName");
  private static final Term ACCOUNT = Term.reference("AWS::AccountId");
  private static final Term BUCKET_ARN = Term.reference("TrailBucket.Arn");

  private static final String CAPABILITY = "The stack takes CAPABILITY_IAM for it.";

  private final YamlWriter out = new YamlWriter();
  private final Wanted wanted;

  private CloudFormationStarter(Wanted wanted) {
    this.wanted = wanted;
  }

  /** The template. */
  static String of(Wanted wanted, String commands) {
    CloudFormationStarter starter = new CloudFormationStarter(wanted);
    starter.out.remark(Remarks.head(wanted, "cloudformation", commands));
    starter.out.members(
        List.of(
            Field.of("AWSTemplateFormatVersion", "2010-09-09"),
            Field.of("Description", "Alarms on what CloudTrail records")));
    starter.parameters();
    starter.out.section("Resources");
    if (wanted.trail().isEmpty()) {
      starter.bucket();
    }
    if (wanted.group().isEmpty()) {
      starter.group();
    }
    if (wanted.trail().isEmpty()) {
      starter.trail();
    }
    starter.alerts();
    wanted.changes().forEach(starter::watch);
    starter.outputs();
    return starter.out.text();
  }

  private void parameters() {
    if (wanted.group().isEmpty() && wanted.topic().isEmpty() && !wanted.subscribes()) {
      return;
    }
    out.section("Parameters");
    wanted
        .group()
        .ifPresent(
            one -> parameter("LogGroupName", "The log group that the trail writes to", one.name()));
    wanted.topic().ifPresent(arn -> parameter("TopicArn", "The topic that alarms notify", arn));
    if (wanted.subscribes()) {
      parameter(
          "AlertEmail", "Who is told, an address that somebody reads", wanted.email().orElse(""));
    }
  }

  private void parameter(String name, String description, String byDefault) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("Description", description));
    fields.add(Field.of("Type", "String"));
    if (!byDefault.isEmpty()) {
      fields.add(Field.of("Default", byDefault));
    }
    out.member(name, fields);
  }

  /** What was recorded outlives the stack. */
  private static Part kept(Part part) {
    return part.beside(
        Field.of("DeletionPolicy", "Retain"), Field.of("UpdateReplacePolicy", "Retain"));
  }

  private static Term arn(String service, String rest, Term name) {
    return Term.joined(
        Term.words("arn:"),
        Term.reference("AWS::Partition"),
        Term.words(":" + service + ":"),
        Term.reference("AWS::Region"),
        Term.words(":"),
        ACCOUNT,
        Term.words(":" + rest),
        name);
  }

  private void bucket() {
    out.resource(
        kept(
            Part.of(
                "AWS::S3::Bucket",
                "TrailBucket",
                Remarks.BUCKET + " " + Remarks.PRIVATE,
                Field.of(
                    "PublicAccessBlockConfiguration",
                    Term.fields(
                        Field.of("BlockPublicAcls", Term.truth(true)),
                        Field.of("BlockPublicPolicy", Term.truth(true)),
                        Field.of("IgnorePublicAcls", Term.truth(true)),
                        Field.of("RestrictPublicBuckets", Term.truth(true)))))));
    out.resource(
        Part.of(
            "AWS::S3::BucketPolicy",
            "TrailBucketPolicy",
            Remarks.BUCKET_POLICY,
            Field.of("Bucket", Term.reference("TrailBucket")),
            Field.of(
                "PolicyDocument",
                Permission.document(
                    Permission.bucket(
                        BUCKET_ARN,
                        Term.joined(BUCKET_ARN, Term.words("/AWSLogs/"), ACCOUNT, Term.words("/*")),
                        arn("cloudtrail", "trail/", STACK))))));
  }

  private void group() {
    out.resource(
        kept(
            Part.of(
                "AWS::Logs::LogGroup",
                "TrailLogGroup",
                Remarks.GROUP,
                Field.of("RetentionInDays", Term.number(365)))));
  }

  private Term groupArn() {
    return wanted.group().isEmpty()
        ? Term.reference("TrailLogGroup.Arn")
        : arn("logs", "log-group:", Term.joined(Term.reference("LogGroupName"), Term.words(":*")));
  }

  private void trail() {
    out.resource(
        Part.of(
            "AWS::IAM::Role",
            "DeliveryRole",
            Remarks.ROLE + " " + Remarks.MAY_WRITE + " " + CAPABILITY,
            Field.of("AssumeRolePolicyDocument", Permission.document(Permission.trust())),
            Field.of(
                "Policies",
                Term.items(
                    Term.fields(
                        Field.of("PolicyName", "write-to-log-group"),
                        Field.of(
                            "PolicyDocument",
                            Permission.document(Permission.delivery(groupArn()))))))));
    out.resource(
        Part.of(
                "AWS::CloudTrail::Trail",
                "Trail",
                Remarks.TRAIL,
                Field.of("TrailName", STACK),
                Field.of("S3BucketName", Term.reference("TrailBucket")),
                Field.of("IsLogging", Term.truth(true)),
                Field.of("IsMultiRegionTrail", Term.truth(true)),
                Field.of("IncludeGlobalServiceEvents", Term.truth(true)),
                Field.of("EnableLogFileValidation", Term.truth(true)),
                Field.of("CloudWatchLogsLogGroupArn", groupArn()),
                Field.of("CloudWatchLogsRoleArn", Term.reference("DeliveryRole.Arn")))
            .beside(Field.of("DependsOn", "TrailBucketPolicy")));
  }

  private void alerts() {
    if (wanted.topic().isEmpty()) {
      out.resource(Part.of("AWS::SNS::Topic", "Alerts", Remarks.TOPIC));
      out.resource(
          Part.of(
              "AWS::SNS::TopicPolicy",
              "AlertsPolicy",
              Remarks.TOPIC_POLICY,
              Field.of("Topics", Term.items(topic())),
              Field.of("PolicyDocument", Permission.document(Permission.topic(topic(), ACCOUNT)))));
    }
    if (wanted.subscribes()) {
      out.resource(
          Part.of(
              "AWS::SNS::Subscription",
              "AlertsByEmail",
              Remarks.SUBSCRIPTION,
              Field.of("TopicArn", topic()),
              Field.of("Protocol", "email"),
              Field.of("Endpoint", Term.reference("AlertEmail"))));
    }
  }

  private Term topic() {
    return Term.reference(wanted.topic().isEmpty() ? "Alerts" : "TopicArn");
  }

  private void watch(Watched change) {
    String name = change.camelCase();
    for (int i = 0; i < change.patterns().size(); i++) {
      out.resource(
          Part.of(
              "AWS::Logs::MetricFilter",
              name + "Filter" + Watched.number(i),
              Remarks.filter(change, i),
              Field.of(
                  "LogGroupName",
                  Term.reference(wanted.group().isEmpty() ? "TrailLogGroup" : "LogGroupName")),
              Field.of("FilterPattern", change.patterns().get(i)),
              Field.of(
                  "MetricTransformations",
                  Term.items(
                      Term.fields(
                          Field.of("MetricName", name),
                          Field.of("MetricNamespace", STACK),
                          Field.of("MetricValue", "1"))))));
    }
    out.resource(
        Part.of(
            "AWS::CloudWatch::Alarm",
            name + "Alarm",
            wanted.isFirst(change) ? Remarks.ALARM : "",
            Field.of("AlarmDescription", Remarks.description(change)),
            Field.of("Namespace", STACK),
            Field.of("MetricName", name),
            Field.of("Statistic", "Sum"),
            Field.of("Period", Term.number(300)),
            Field.of("EvaluationPeriods", Term.number(1)),
            Field.of("ComparisonOperator", "GreaterThanOrEqualToThreshold"),
            Field.of("Threshold", Term.number(1)),
            Field.of("TreatMissingData", "notBreaching"),
            Field.of("AlarmActions", Term.items(topic()))));
  }

  private void outputs() {
    if (wanted.trail().isPresent() && wanted.group().isPresent() && wanted.topic().isPresent()) {
      return;
    }
    out.section("Outputs");
    if (wanted.trail().isEmpty()) {
      output("TrailArn", "The trail", Term.reference("Trail.Arn"));
    }
    if (wanted.group().isEmpty()) {
      output(
          "LogGroupName",
          "The log group, for filters of other things",
          Term.reference("TrailLogGroup"));
    }
    if (wanted.topic().isEmpty()) {
      output("TopicArn", "The topic, for other alarms and more subscribers", topic());
    }
  }

  private void output(String name, String description, Term value) {
    out.member(name, List.of(Field.of("Description", description), Field.of("Value", value)));
  }
}
