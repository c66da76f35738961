package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicySet;
import io.trailproof.aws.policy.PolicyText;
import io.trailproof.aws.policy.Request;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.regex.ShortRegex;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.JsonAdapter;
import io.trailproof.rule.adapter.Publisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether CloudTrail takes a trail that is made or changed, with what the input gives it (F117).
 */
final class TrailAcceptance {
  private static final String SERVICE = "cloudtrail.amazonaws.com";
  private static final int LONGEST_PREFIX = 200;

  /** F116: 3 to 128 letters, digits and signs, no two signs side by side and none at the ends. */
  private static final ShortRegex NAME =
      new ShortRegex("(?=.{3,128}$)[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");

  private static final ShortRegex IP_ADDRESS = new ShortRegex("\\d{1,3}(\\.\\d{1,3}){3}");

  private final Step step;
  private final Resource trail;
  private final ResourceGraph graph;
  private final JsonAdapter values;

  private TrailAcceptance(Step step) {
    this.step = step;
    this.trail = step.resource();
    this.graph = step.graph();
    this.values = new JsonAdapter(graph);
  }

  static Judgement judge(Step step) {
    Resource trail = step.resource();
    return trail.existence() != Existence.MANAGED || trail.isUnchanged()
        ? Judgement.pass() // what exists already was accepted
        : new TrailAcceptance(step).judge();
  }

  private Judgement judge() {
    return name()
        .and(prefix())
        .and(bucket())
        .and(
            or(
                new Attached("kmsKey", "aws.kms.Key", "aws.kms.KeyPolicy", "key"),
                KeyUse.ofTrail(step, bucketHere()),
                Assumed.TRAIL_KEY,
                "the key lets CloudTrail use it (F119)"))
        .and(topic());
  }

  private Judgement name() {
    Value value = graph.property(trail, "name");
    Optional<String> text = value.asText();
    boolean legal = text.isEmpty() || (NAME.matches(text.get()) && !IP_ADDRESS.matches(text.get()));
    return legal
        ? Judgement.pass()
        : Judgement.fail(
            Shown.of(value)
                + " is no name of a trail: it takes 3 to 128 letters and digits, with single `.`,"
                + " `_` and `-` between them",
            Labels.at(value, trail));
  }

  private Judgement prefix() {
    Value value = graph.property(trail, "prefix");
    return value.asText().filter(text -> text.length() > LONGEST_PREFIX).isEmpty()
        ? Judgement.pass()
        : Judgement.fail(
            "`" + Shown.spelt(step, trail, "prefix") + "` has more than 200 characters",
            Labels.at(value, trail));
  }

  private Judgement bucket() {
    Value value = trail.property("bucket");
    if (value.isAbsent()) {
      return Judgement.pass();
    }
    Judgement named = Naming.of(step, trail, "bucket");
    if (named.verdict() != Verdict.PASS) {
      return named;
    }
    Optional<Resource> bucket =
        ResourceIndex.of(graph).named("aws.s3.Bucket", value).stream().findFirst();
    return or(
        new Attached("bucket", "aws.s3.Bucket", "aws.s3.BucketPolicy", "bucket"),
        bucket.map(this::bucketLets).orElse(Judgement.unknown("")),
        Assumed.TRAIL_BUCKET,
        "the bucket lets CloudTrail write (F118)");
  }

  private Optional<Resource> bucketHere() {
    return ResourceIndex.of(graph).named("aws.s3.Bucket", trail.property("bucket")).stream()
        .filter(one -> one.existence() == Existence.MANAGED)
        .findFirst();
  }

  private Judgement bucketLets(Resource bucket) {
    List<PolicyDocument> documents = new ArrayList<>();
    Resource holder = bucket;
    for (Map.Entry<Resource, Truth> one :
        ResourceIndex.of(graph).referrers("aws.s3.BucketPolicy", "bucket", bucket).entrySet()) {
      boolean certain = one.getValue() == Truth.YES && one.getKey().property("exists").isAbsent();
      holder = one.getKey();
      documents.add(
          certain
              ? values.policy(graph.property(holder, "policy"))
              : PolicyDocument.unseen("perhaps the bucket's", true));
    }
    Value own = graph.property(bucket, "policy");
    if (documents.isEmpty() && !own.isAbsent()) {
      documents.add(values.policy(own));
    }
    if (documents.isEmpty()) {
      return bucket.existence() == Existence.MANAGED && !bucket.isUnchanged()
          ? Judgement.fail(
              "bucket `" + bucket.address() + "` has no policy that lets CloudTrail write",
              Labels.at(trail.property("bucket"), trail))
          : Judgement.unknown("");
    }
    Label[] labels = Labels.at(graph.property(holder, "policy"), holder);
    PolicySet policies = PolicySet.of(documents);
    PolicyText arn = values.arn(bucket);
    Judgement all =
        allowed(policies, "s3:GetBucketAcl", arn, labels)
            .and(
                allowed(
                    policies, "s3:PutObject", objects(arn).then(values.account(trail)), labels));
    boolean ofOrganization =
        graph.property(trail, "organization").asText().filter("true"::equals).isPresent();
    return ofOrganization
        ? all.and(
            allowed(
                policies,
                "s3:PutObject",
                objects(arn).then("o-").then(PolicyText.hole("organization")),
                labels))
        : all;
  }

  private PolicyText objects(PolicyText bucket) {
    Value prefix = graph.property(trail, "prefix");
    return prefix.isAbsent()
        ? bucket.then("/AWSLogs/")
        : bucket.then("/").then(values.text(prefix)).then("/AWSLogs/");
  }

  private Judgement allowed(
      PolicySet policies, String action, PolicyText resource, Label... labels) {
    boolean object = action.equals("s3:PutObject");
    Request request =
        Request.of(
                SERVICE,
                action,
                object ? resource.then("/CloudTrail/").then(PolicyText.hole("object")) : resource)
            .with("aws:SourceArn", values.arn(trail))
            .with("aws:SourceAccount", values.account(trail));
    Decision decision =
        policies.decide(
            Mode.RESOURCE,
            object
                ? request.with("s3:x-amz-acl", PolicyText.of("bucket-owner-full-control"))
                : request);
    return switch (decision.outcome()) {
      case ALLOWED -> Judgement.pass();
      case UNKNOWN -> Judgement.unknown(decision.explanation());
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY, REFUSED ->
          Judgement.fail(
              "its bucket does not let CloudTrail call `" + action + "`: " + decision.explanation(),
              labels);
    };
  }

  private Judgement topic() {
    Value value = trail.property("topic");
    Optional<Resource> topic =
        ResourceIndex.of(graph).named("aws.sns.Topic", value).stream().findFirst();
    if (value.isAbsent()) {
      return Judgement.pass();
    }
    Publisher cloudTrail =
        new Publisher(
            SERVICE,
            Map.of("aws:SourceArn", values.arn(trail), "aws:SourceAccount", values.account(trail)));
    Judgement lets =
        topic
            .map(one -> new Step(graph, step.catalog(), Optional.of(trail), one))
            .map(at -> TopicAccess.letsPublish(at, cloudTrail).and(KeyUse.publish(at, cloudTrail)))
            .orElse(Judgement.unknown(""));
    boolean mayBeElsewhere =
        topic.filter(one -> one.existence() == Existence.MANAGED && !one.isUnchanged()).isEmpty();
    Judgement told =
        lets.verdict() == Verdict.FAIL && mayBeElsewhere ? Judgement.unknown("") : lets;
    return or(
        new Attached("topic", "aws.sns.Topic", "aws.sns.TopicPolicy", "topics"),
        told.verdict() == Verdict.FAIL
            ? Judgement.fail(
                "its topic does not let CloudTrail publish; " + told.why(),
                told.labels().toArray(new Label[0]))
            : told,
        Assumed.TRAIL_TOPIC,
        "the topic of the trail lets CloudTrail publish (F120)");
  }

  /**
   * What holds the policy of a part of the trail.
   *
   * @param property of the trail, names the part
   * @param type of the part
   * @param holder the type of what gives it a policy
   * @param to the property that says to what
   */
  private record Attached(String property, String type, String holder, String to) {}

  /**
   * Unknown if the only policies that a part made here may have are for something that is not
   * known: what an input could show is not assumed.
   */
  private Optional<Judgement> astray(Attached attached) {
    return ResourceIndex.of(graph)
        .named(attached.type(), trail.property(attached.property()))
        .stream()
        .filter(one -> one.existence() == Existence.MANAGED && !one.isUnchanged())
        .map(one -> ResourceIndex.of(graph).referrers(attached.holder(), attached.to(), one))
        .filter(holders -> !holders.isEmpty() && !holders.containsValue(Truth.YES))
        .map(holders -> holders.keySet().iterator().next())
        .findFirst()
        .map(
            holder ->
                Judgement.unknown(
                    "what `" + holder.address() + "` is the policy of is not known",
                    holder.property(attached.to()),
                    holder));
  }

  /** What cannot be read was made by somebody who wanted a trail. */
  private Judgement or(Attached attached, Judgement judgement, Assumed kind, String assumed) {
    Optional<Judgement> astray =
        judgement.verdict() == Verdict.UNKNOWN ? astray(attached) : Optional.empty();
    if (astray.isPresent()) {
      return astray.get();
    }
    if (judgement.verdict() == Verdict.UNKNOWN) {
      return isAsBefore(attached)
          ? Judgement.pass()
          : Judgement.passIf(new Assumption(kind, assumed, trail.address()));
    }
    return judgement;
  }

  /** F117: what let CloudTrail in when the trail was made still does, where nothing is changed. */
  private boolean isAsBefore(Attached attached) {
    return trail.keeps(Shown.spelt(step, trail, attached.property()))
        && ResourceIndex.of(graph)
            .named(attached.type(), trail.property(attached.property()))
            .stream()
            .allMatch(
                one ->
                    isLeft(one)
                        && ResourceIndex.of(graph)
                            .referrers(attached.holder(), attached.to(), one)
                            .keySet()
                            .stream()
                            .allMatch(TrailAcceptance::isLeft));
  }

  private static boolean isLeft(Resource resource) {
    return resource.existence() != Existence.MANAGED || resource.isUnchanged();
  }
}
