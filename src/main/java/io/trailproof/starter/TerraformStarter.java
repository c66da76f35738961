package io.trailproof.starter;

import java.util.List;

/** A chain as one module of Terraform, in one file. */
final class TerraformStarter {
  private static final String NAME = "var.name";
  private static final String ACCOUNT = "data.aws_caller_identity.current.account_id";
  private static final String REGION = "data.aws_region.current.id";
  private static final String PARTITION = "data.aws_partition.current.partition";

  private final HclWriter out = new HclWriter();
  private final Wanted wanted;

  private TerraformStarter(Wanted wanted) {
    this.wanted = wanted;
  }

  /** The file. */
  static String of(Wanted wanted, String commands) {
    TerraformStarter starter = new TerraformStarter(wanted);
    TerraformFrame frame = new TerraformFrame(wanted, starter.out);
    starter.out.remark(Remarks.head(wanted, "terraform", commands));
    frame.before();
    starter.lookUps();
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
    frame.after();
    return starter.out.text();
  }

  private void lookUps() {
    if (wanted.trail().isEmpty()) {
      out.block("", "data \"aws_partition\" \"current\"", List.of());
      out.block("", "data \"aws_region\" \"current\"", List.of());
    }
    if (wanted.namesItsAccount()) {
      out.block("", "data \"aws_caller_identity\" \"current\"", List.of());
    }
    if (wanted.trail().isEmpty()) {
      out.block(
          "The bucket has to know the trail before there is one.",
          "locals",
          List.of(Field.of("trail_arn", arn("cloudtrail", "trail/", Term.reference(NAME)))));
    }
  }

  private static Term arn(String service, String kind, Term name) {
    return Term.joined(
        Term.words("arn:"),
        Term.reference(PARTITION),
        Term.words(":" + service + ":"),
        Term.reference(REGION),
        Term.words(":"),
        Term.reference(ACCOUNT),
        Term.words(":" + kind),
        name);
  }

  private void bucket() {
    Field bucket = Field.of("bucket", Term.reference("aws_s3_bucket.trail.id"));
    Term arn = Term.reference("aws_s3_bucket.trail.arn");
    out.resource(
        Part.of(
            "aws_s3_bucket",
            "trail",
            Remarks.BUCKET,
            Field.of(
                "bucket",
                Term.joined(
                    Term.reference(NAME), Term.words("-trail-"), Term.reference(ACCOUNT)))));
    out.resource(
        Part.of(
            "aws_s3_bucket_public_access_block",
            "trail",
            Remarks.PRIVATE,
            bucket,
            Field.of("block_public_acls", Term.truth(true)),
            Field.of("block_public_policy", Term.truth(true)),
            Field.of("ignore_public_acls", Term.truth(true)),
            Field.of("restrict_public_buckets", Term.truth(true))));
    Term objects =
        Term.joined(arn, Term.words("/AWSLogs/"), Term.reference(ACCOUNT), Term.words("/*"));
    Field policy =
        policy(
            Remarks.BUCKET_POLICY,
            "bucket",
            Permission.bucket(arn, objects, Term.reference("local.trail_arn")));
    out.resource(Part.of("aws_s3_bucket_policy", "trail", "", bucket, policy));
  }

  /** Writes a policy, and says how a resource takes it. */
  private Field policy(String why, String name, List<Permission> permissions) {
    out.block(
        why,
        "data \"aws_iam_policy_document\" \"" + name + "\"",
        permissions.stream().map(Permission::block).toList());
    return Field.of("policy", Term.reference("data.aws_iam_policy_document." + name + ".json"));
  }

  private void group() {
    out.resource(
        Part.of(
            "aws_cloudwatch_log_group",
            "trail",
            Remarks.GROUP,
            Field.of("name", Term.joined(Term.words("/aws/cloudtrail/"), Term.reference(NAME))),
            Field.of("retention_in_days", Term.number(365))));
  }

  /** The ARN of the log group, with the star that CloudTrail and the role's policy ask for. */
  private Term groupArn() {
    return wanted.group().isEmpty()
        ? Term.joined(Term.reference("aws_cloudwatch_log_group.trail.arn"), Term.words(":*"))
        : arn(
            "logs",
            "log-group:",
            Term.joined(Term.reference("var.log_group_name"), Term.words(":*")));
  }

  private void trail() {
    Term trust = policy(Remarks.ROLE, "trust", Permission.trust()).value();
    out.resource(
        Part.of(
            "aws_iam_role",
            "delivery",
            "",
            Field.of("name", named("delivery")),
            Field.of("assume_role_policy", trust)));
    Field policy = policy(Remarks.MAY_WRITE, "delivery", Permission.delivery(groupArn()));
    out.resource(
        Part.of(
            "aws_iam_role_policy",
            "delivery",
            "",
            Field.of("name", "write-to-log-group"),
            Field.of("role", Term.reference("aws_iam_role.delivery.id")),
            policy));
    out.resource(
        Part.of(
                "aws_cloudtrail",
                "this",
                Remarks.TRAIL,
                Field.of("name", Term.reference(NAME)),
                Field.of("s3_bucket_name", Term.reference("aws_s3_bucket.trail.id")),
                Field.of("is_multi_region_trail", Term.truth(true)),
                Field.of("include_global_service_events", Term.truth(true)),
                Field.of("enable_log_file_validation", Term.truth(true)),
                Field.of("cloud_watch_logs_group_arn", groupArn()),
                Field.of("cloud_watch_logs_role_arn", Term.reference("aws_iam_role.delivery.arn")))
            .beside(
                Field.of(
                    "depends_on",
                    Term.items(
                        Term.reference("aws_s3_bucket_policy.trail"),
                        Term.reference("aws_iam_role_policy.delivery")))));
  }

  private void alerts() {
    if (wanted.topic().isEmpty()) {
      out.resource(
          Part.of("aws_sns_topic", "alerts", Remarks.TOPIC, Field.of("name", named("alerts"))));
      Field policy =
          policy(
              Remarks.TOPIC_POLICY, "alerts", Permission.topic(topic(), Term.reference(ACCOUNT)));
      out.resource(Part.of("aws_sns_topic_policy", "alerts", "", Field.of("arn", topic()), policy));
    }
    if (wanted.subscribes()) {
      out.resource(
          Part.of(
              "aws_sns_topic_subscription",
              "email",
              Remarks.SUBSCRIPTION,
              Field.of("topic_arn", topic()),
              Field.of("protocol", "email"),
              Field.of("endpoint", Term.reference("var.alert_email"))));
    }
  }

  private Term topic() {
    return wanted.topic().isEmpty() ? TerraformFrame.TOPIC : Term.reference("var.topic_arn");
  }

  private static Term named(String what) {
    return Term.joined(Term.reference(NAME), Term.words("-" + what));
  }

  private void watch(Watched change) {
    for (int i = 0; i < change.patterns().size(); i++) {
      String number = Watched.number(i);
      out.resource(
          Part.of(
              "aws_cloudwatch_log_metric_filter",
              change.snakeCase() + (number.isEmpty() ? "" : "_" + number),
              Remarks.filter(change, i),
              Field.of("name", named(change.id() + (number.isEmpty() ? "" : "-" + number))),
              Field.of(
                  "log_group_name",
                  Term.reference(
                      wanted.group().isEmpty()
                          ? "aws_cloudwatch_log_group.trail.name"
                          : "var.log_group_name")),
              Field.of("pattern", change.patterns().get(i)),
              Field.of(
                  "metric_transformation",
                  new Term.Nested(
                      Term.fields(
                          Field.of("name", change.camelCase()),
                          Field.of("namespace", Term.reference(NAME)),
                          Field.of("value", "1"))))));
    }
    out.resource(
        Part.of(
            "aws_cloudwatch_metric_alarm",
            change.snakeCase(),
            wanted.isFirst(change) ? Remarks.ALARM : "",
            Field.of("alarm_name", named(change.id())),
            Field.of("alarm_description", Remarks.description(change)),
            Field.of("namespace", Term.reference(NAME)),
            Field.of("metric_name", change.camelCase()),
            Field.of("statistic", "Sum"),
            Field.of("period", Term.number(300)),
            Field.of("evaluation_periods", Term.number(1)),
            Field.of("comparison_operator", "GreaterThanOrEqualToThreshold"),
            Field.of("threshold", Term.number(1)),
            Field.of("treat_missing_data", "notBreaching"),
            Field.of("alarm_actions", Term.items(topic()))));
  }
}
