package io.trailproof.remedy;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trail where there is none, and a bucket that takes what a trail writes (F116, F117). */
final class TrailAdditions {
  private static final String TRAIL = "aws.cloudtrail.Trail";
  private static final String BUCKET = "aws.s3.Bucket";
  private static final String POLICY = "aws.s3.BucketPolicy";
  private static final String SERVICE = "cloudtrail.amazonaws.com";

  private TrailAdditions() {}

  /** A trail of all Regions with a bucket of its own. */
  static Optional<Remedy> trail(Breach breach, FreshNames names, Wishes wishes) {
    Resource beside =
        breach.graph().resources().stream()
            .filter(one -> one.existence() == Existence.MANAGED)
            .filter(one -> !one.type().startsWith("aws.iam."))
            .findFirst()
            .orElse(null);
    if (beside == null) {
      return Optional.empty();
    }
    Optional<ResourceId> trail = names.id(TRAIL, "cloudtrail", beside);
    Optional<ResourceId> bucket = names.id(BUCKET, "cloudtrail", beside);
    Optional<ResourceId> policy = names.id(POLICY, "cloudtrail", beside);
    if (trail.isEmpty() || bucket.isEmpty() || policy.isEmpty()) {
      return Optional.empty();
    }
    List<Alteration> changes = new ArrayList<>();
    changes.add(new Alteration.Add(bucket.get(), BUCKET, beside.id(), Map.of()));
    changes.add(new Alteration.Add(policy.get(), POLICY, beside.id(), bucketPolicy(bucket.get())));
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("name", Canonical.text(names.text("cloudtrail")));
    properties.put("bucket", new Value.Reference(bucket.get(), "name", Origin.NOWHERE));
    properties.put("multiRegion", Canonical.flag(true));
    properties.put("globalServiceEvents", Canonical.flag(true));
    properties.put("logging", Canonical.flag(true));
    changes.add(
        new Alteration.Add(trail.get(), TRAIL, beside.id(), properties, List.of(policy.get())));
    return Optional.of(Remedies.one(breach, changes));
  }

  /** Statements more in the policy of the trail's bucket, or a policy where it has none. */
  static Optional<Remedy> letWrite(Breach breach, FreshNames names, Wishes wishes) {
    Resource trail = breach.resource().orElse(null);
    Resource bucket =
        trail == null
            ? null
            : breach.graph().ofType(BUCKET).stream()
                .filter(one -> one.existence() == Existence.MANAGED)
                .filter(one -> breach.graph().names(trail.property("bucket"), one) == Truth.YES)
                .findFirst()
                .orElse(null);
    if (bucket == null) {
      return Optional.empty();
    }
    Optional<Resource> policy =
        breach.graph().ofType(POLICY).stream()
            .filter(one -> breach.graph().names(one.property("bucket"), bucket) == Truth.YES)
            .findFirst();
    if (policy.isPresent()) {
      Optional<Value> changed = Optional.of(breach.graph().property(policy.get(), "policy"));
      for (Value statement : statements(bucket.id())) {
        changed = changed.flatMap(one -> Policies.with(one, statement));
      }
      return changed.map(
          one ->
              Remedies.one(breach, List.of(new Alteration.Set(policy.get().id(), "policy", one))));
    }
    return names
        .id(POLICY, "cloudtrail", bucket)
        .map(
            id ->
                Remedies.one(
                    breach,
                    List.of(
                        new Alteration.Add(id, POLICY, bucket.id(), bucketPolicy(bucket.id())))));
  }

  private static Map<String, Value> bucketPolicy(ResourceId bucket) {
    Map<String, Value> policy = new LinkedHashMap<>();
    policy.put("Version", Canonical.text("2012-10-17"));
    policy.put("Statement", Canonical.list(statements(bucket)));
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("bucket", new Value.Reference(bucket, "name", Origin.NOWHERE));
    properties.put("policy", Canonical.object(policy));
    return properties;
  }

  private static List<Value> statements(ResourceId bucket) {
    Value arn = new Value.Reference(bucket, "arn", Origin.NOWHERE);
    Value objects = Value.joined(List.of(arn, Canonical.text("/AWSLogs/*")), Origin.NOWHERE);
    Map<String, Value> writes =
        new LinkedHashMap<>(
            ((Value.Fields) Canonical.allow(SERVICE, List.of("s3:PutObject"), objects)).fields());
    writes.put(
        "Condition",
        Canonical.object(
            Map.of(
                "StringEquals",
                Canonical.object(
                    Map.of("s3:x-amz-acl", Canonical.text("bucket-owner-full-control"))))));
    return List.of(
        Canonical.allow(SERVICE, List.of("s3:GetBucketAcl"), arn), Canonical.object(writes));
  }
}
