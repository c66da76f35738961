package io.trailproof.starter;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement of a policy that allows something.
 *
 * @param id what it is called; nothing if empty
 * @param service who may do it; empty in a policy of who does it
 * @param resource what it may be done to; nothing in a policy of trust
 * @param equal what a request has to be about, by the keys of conditions
 */
record Permission(
    String id, String service, List<String> actions, List<Term> resource, List<Field> equal) {
  private static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";

  Permission {
    actions = List.copyOf(actions);
    resource = List.copyOf(resource);
    equal = List.copyOf(equal);
  }

  /** That CloudTrail may take on a role. */
  static List<Permission> trust() {
    return List.of(new Permission("", CLOUDTRAIL, List.of("sts:AssumeRole"), List.of(), List.of()));
  }

  /** That a role may write to a log group. */
  static List<Permission> delivery(Term group) {
    return List.of(
        new Permission(
            "",
            "",
            List.of("logs:CreateLogStream", "logs:PutLogEvents"),
            List.of(group),
            List.of()));
  }

  /** That one trail may look at a bucket and write to it. */
  static List<Permission> bucket(Term bucket, Term objects, Term trail) {
    Field itself = Field.of("aws:SourceArn", trail);
    return List.of(
        new Permission(
            "CloudTrailLooks",
            CLOUDTRAIL,
            List.of("s3:GetBucketAcl"),
            List.of(bucket),
            List.of(itself)),
        new Permission(
            "CloudTrailWrites",
            CLOUDTRAIL,
            List.of("s3:PutObject"),
            List.of(objects),
            List.of(itself, Field.of("s3:x-amz-acl", "bucket-owner-full-control"))));
  }

  /** That the alarms of an account may publish to a topic. */
  static List<Permission> topic(Term topic, Term account) {
    return List.of(
        new Permission(
            "AlarmsPublish",
            "cloudwatch.amazonaws.com",
            List.of("sns:Publish"),
            List.of(topic),
            List.of(Field.of("aws:SourceAccount", account))));
  }

  /** A policy as the object that its JSON is. */
  static Term document(List<Permission> all) {
    return Term.fields(
        Field.of("Version", "2012-10-17"),
        Field.of("Statement", new Term.Items(all.stream().map(Permission::statement).toList())));
  }

  private Term statement() {
    List<Field> fields = new ArrayList<>();
    if (!id.isEmpty()) {
      fields.add(Field.of("Sid", id));
    }
    fields.add(Field.of("Effect", "Allow"));
    if (!service.isEmpty()) {
      fields.add(Field.of("Principal", Term.fields(Field.of("Service", service))));
    }
    fields.add(
        Field.of("Action", actions.size() == 1 ? Term.words(actions.get(0)) : words(actions)));
    resource.forEach(one -> fields.add(Field.of("Resource", one)));
    if (!equal.isEmpty()) {
      fields.add(
          Field.of("Condition", Term.fields(Field.of("StringEquals", new Term.Fields(equal)))));
    }
    return new Term.Fields(fields);
  }

  /** The same as a block of Terraform's {@code aws_iam_policy_document}. */
  Field block() {
    List<Field> fields = new ArrayList<>();
    if (!id.isEmpty()) {
      fields.add(Field.of("sid", id));
    }
    fields.add(Field.of("actions", words(actions)));
    resource.forEach(one -> fields.add(Field.of("resources", Term.items(one))));
    if (!service.isEmpty()) {
      fields.add(
          nested(
              "principals",
              Field.of("type", "Service"),
              Field.of("identifiers", words(List.of(service)))));
    }
    for (Field condition : equal) {
      fields.add(
          nested(
              "condition",
              Field.of("test", "StringEquals"),
              Field.of("variable", condition.name()),
              Field.of("values", Term.items(condition.value()))));
    }
    return Field.of("statement", new Term.Nested(new Term.Fields(fields)));
  }

  private static Field nested(String name, Field... fields) {
    return Field.of(name, new Term.Nested(Term.fields(fields)));
  }

  private static Term words(List<String> texts) {
    return new Term.Items(texts.stream().map(Term::words).toList());
  }
}
