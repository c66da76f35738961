package io.trailproof.starter;

import java.util.ArrayList;
import java.util.List;

/** What stands around the resources of a module: settings and variables, and outputs. */
final class TerraformFrame {
  /** The topic that is written. */
  static final Term TOPIC = Term.reference("aws_sns_topic.alerts.arn");

  private final Wanted wanted;
  private final HclWriter out;

  TerraformFrame(Wanted wanted, HclWriter out) {
    this.wanted = wanted;
    this.out = out;
  }

  private void settings() {
    out.block(
        "",
        "terraform",
        List.of(
            Field.of("required_version", ">= 1.3"),
            Field.of(
                "required_providers",
                new Term.Nested(
                    Term.fields(
                        Field.of(
                            "aws",
                            Term.fields(
                                Field.of("source", "hashicorp/aws"),
                                Field.of("version", ">= 5.0"))))))));
  }

  /** What it asks of Terraform, and of whoever uses it. */
  void before() {
    settings();
    variable(
        "name",
        "What all of this is called by: lower-case letters, digits and hyphens.",
        "security-alarms");
    wanted
        .group()
        .ifPresent(
            one ->
                variable("log_group_name", "The log group that the trail writes to.", one.name()));
    wanted.topic().ifPresent(arn -> variable("topic_arn", "The topic that alarms notify.", arn));
    if (wanted.subscribes()) {
      variable(
          "alert_email", "Who is told: an address that somebody reads.", wanted.email().orElse(""));
    }
  }

  private void variable(String name, String description, String byDefault) {
    List<Field> body = new ArrayList<>();
    body.add(Field.of("description", description));
    body.add(Field.of("type", new Term.Bare("string")));
    if (!byDefault.isEmpty()) {
      body.add(Field.of("default", byDefault));
    }
    out.block("", "variable \"" + name + "\"", body);
  }

  /** What it gives back. */
  void after() {
    if (wanted.trail().isEmpty()) {
      output("trail_arn", "The trail.", Term.reference("aws_cloudtrail.this.arn"));
    }
    if (wanted.group().isEmpty()) {
      output(
          "log_group_name",
          "The log group, for filters of other things.",
          Term.reference("aws_cloudwatch_log_group.trail.name"));
    }
    if (wanted.topic().isEmpty()) {
      output("topic_arn", "The topic, for other alarms and more subscribers.", TOPIC);
    }
  }

  private void output(String name, String description, Term value) {
    out.block(
        "",
        "output \"" + name + "\"",
        List.of(Field.of("description", description), Field.of("value", value)));
  }
}
