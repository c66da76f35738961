package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicySet;
import io.trailproof.aws.policy.PolicyText;
import io.trailproof.aws.policy.Request;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.JsonAdapter;
import io.trailproof.rule.adapter.RolePolicies;
import java.util.List;
import java.util.Optional;

/** Whether the role of a subscription lets SNS put records into a delivery stream (F190). */
final class StreamRole {
  private static final String SERVICE = "sns.amazonaws.com";

  /** No text says which of these a delivery calls. */
  private static final List<String> ACTIONS =
      List.of("firehose:PutRecord", "firehose:PutRecordBatch");

  private final Step step;
  private final Resource role;
  private final JsonAdapter values;

  private StreamRole(Step step, Resource role) {
    this.step = step;
    this.role = role;
    this.values = new JsonAdapter(step.graph());
  }

  /** The judgement; empty if the role is not in this input. */
  static Optional<Judgement> judge(Step step) {
    return ResourceIndex.of(step.graph())
        .named("aws.iam.Role", step.resource().property("role"))
        .stream()
        .filter(role -> !role.existence().mayHaveRelationsElsewhere())
        .findFirst()
        .map(role -> new StreamRole(step, role).judge());
  }

  private Judgement judge() {
    return Naming.of(step, step.resource(), "role").and(trusts()).and(permits());
  }

  private Judgement trusts() {
    Value trust = step.graph().property(role, "trust");
    if (trust.isAbsent() || trust instanceof Value.Unknown) {
      return unknown("whether SNS may assume role `" + role.address() + "` is not known");
    }
    // No text says what SNS gives beside its name.
    Request request =
        Request.of(SERVICE, "sts:AssumeRole", PolicyText.hole())
            .with("aws:SourceArn", PolicyText.hole())
            .with("aws:SourceAccount", PolicyText.hole());
    Decision decision = values.policy(trust).decide(Mode.TRUST, request);
    return switch (decision.outcome()) {
      case ALLOWED -> Judgement.pass();
      case UNKNOWN ->
          unknown(
              "whether SNS may assume role `"
                  + role.address()
                  + "` is not known: "
                  + decision.explanation());
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY, REFUSED ->
          Judgement.fail(
              "SNS may not assume role `" + role.address() + "`: " + decision.explanation(),
              Labels.at(trust, role));
    };
  }

  /** What is open is judged each way. */
  private Judgement permits() {
    List<RolePolicies.Way> ways = RolePolicies.ways(step.graph(), role);
    List<Judgement> each = ways.stream().map(way -> permits(way.documents())).toList();
    for (int i = 1; i < each.size(); i++) {
      if (each.get(i).verdict() != each.get(0).verdict()) {
        return unknown(ways.get(i).why());
      }
    }
    return each.get(0);
  }

  private Judgement permits(List<PolicyDocument> documents) {
    if (documents.isEmpty()) {
      return Judgement.fail(
          "role `" + role.address() + "` has no policy", Labels.at(role.property("name"), role));
    }
    PolicySet own = PolicySet.of(documents);
    Value boundary = step.graph().property(role, "boundary");
    PolicySet policies =
        boundary.isAbsent() ? own : own.within(RolePolicies.boundary(step.graph(), boundary));
    PolicyText stream = values.text(step.resource().property("endpoint"));
    List<Decision> decisions =
        ACTIONS.stream()
            .map(action -> policies.decide(Mode.IDENTITY, Request.of(SERVICE, action, stream)))
            .toList();
    Decision first = decisions.get(0);
    if (decisions.stream().allMatch(one -> one.outcome() == Decision.Outcome.ALLOWED)) {
      return Judgement.pass();
    }
    return decisions.stream().allMatch(one -> one.outcome().isDenied())
        ? Judgement.fail(
            "role `"
                + role.address()
                + "` may call neither `firehose:PutRecord` nor `firehose:PutRecordBatch`: "
                + first.explanation(),
            Labels.at(role.property("name"), role))
        : unknown(
            "whether role `"
                + role.address()
                + "` may call both `firehose:PutRecord` and `firehose:PutRecordBatch` is not"
                + " known");
  }

  private Judgement unknown(String why) {
    return Judgement.unknown(why, Labels.at(role.property("name"), role));
  }
}
