package io.trailproof.trace;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What CloudTrail asks for before it takes a trail: name, bucket, key, topic (F116 to F120). */
record TrailUpkeep(Surroundings around) {
  private static final String SERVICE = "cloudtrail.amazonaws.com";

  void of(Resource trail, Sayings said) {
    if (trail.isUnchanged()) {
      return;
    }
    around
        .readings()
        .text(trail, "name")
        .toOptional()
        .filter(name -> !name.matches("(?=.{3,128}$)[A-Za-z0-9]+([._-][A-Za-z0-9]+)*"))
        .ifPresent(name -> said.unknown("the API may refuse its name"));
    for (Resource bucket : around.graph().ofType("aws.s3.Bucket")) {
      if (around.graph().names(trail.property("bucket"), bucket).isYes()) {
        bucket(trail, bucket, said);
      }
    }
    Value key = trail.property("kmsKey");
    if (!key.isAbsent()) {
      said.unless(
          new KeyAccess(around).lets(key, SERVICE, List.of("kms:GenerateDataKey"), trail),
          "whether its key lets CloudTrail in cannot be told, and the API asks");
    }
    if (trail.has("topic")) {
      topic(trail, said);
    }
  }

  private void bucket(Resource trail, Resource bucket, Sayings said) {
    if (bucket.existence() != Existence.MANAGED) {
      return;
    }
    ResourceGraph graph = around.graph();
    Map<Resource, Truth> policies = around.naming("aws.s3.BucketPolicy", "bucket", bucket);
    Value own = graph.property(bucket, "policy");
    if (policies.isEmpty() && own.isAbsent()) {
      Optional<String> elsewhere =
          around.mayBeElsewhere(Optional.of(bucket), "aws.s3.BucketPolicy");
      said.say(
          elsewhere.isPresent() ? Truth.UNKNOWN : Truth.NO,
          "its bucket has no policy that lets CloudTrail write, so that the API refuses the trail");
      return;
    }
    Truth lets = Truth.UNKNOWN;
    if (policies.size() == 1 && policies.values().iterator().next().isYes()) {
      lets = lets(policies.keySet().iterator().next().property("policy"), trail, bucket);
    } else if (policies.isEmpty()) {
      lets = lets(own, trail, bucket);
    }
    said.unless(
        lets,
        lets.isNo()
            ? "the policy of its bucket does not let CloudTrail write, so that the API refuses the"
                + " trail"
            : "whether the policy of its bucket lets CloudTrail write cannot be told");
  }

  private Truth lets(Value policy, Resource trail, Resource bucket) {
    Written written = around.written();
    String arn = written.arn(bucket);
    Value prefix = around.graph().property(trail, "prefix");
    String folder = prefix.isAbsent() ? "" : written.text(prefix) + "/";
    String file =
        arn + "/" + folder + "AWSLogs/" + written.text(trail.place().account()) + "/CloudTrail/a";
    Map<String, String> context =
        Map.of(
            "s3:x-amz-acl", "bucket-owner-full-control",
            "aws:securetransport", "true",
            "aws:sourceaccount", written.text(trail.place().account()),
            "aws:sourcearn", written.arn(trail),
            "s3:prefix", written.fresh());
    return asked(policy, "s3:GetBucketAcl", arn, context)
        .and(asked(policy, "s3:PutObject", file, context));
  }

  private Truth asked(Value policy, String action, String resource, Map<String, String> context) {
    return around
        .policies()
        .allows(
            List.of(policy),
            new PlainPolicy.Call(Optional.of(SERVICE), action, Optional.of(resource), context));
  }

  private void topic(Resource trail, Sayings said) {
    for (Resource topic : around.graph().ofType("aws.sns.Topic")) {
      if (!around.graph().names(trail.property("topic"), topic).isNo()) {
        said.unless(
            new PublishPermission(around).lets(topic, trail, SERVICE),
            "whether its own topic lets CloudTrail publish cannot be told, and the API asks");
      }
    }
  }
}
