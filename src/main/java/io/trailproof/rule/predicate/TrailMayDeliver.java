package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicySet;
import io.trailproof.aws.policy.PolicyText;
import io.trailproof.aws.policy.Request;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.DeliveryStreams;
import io.trailproof.rule.adapter.JsonAdapter;
import io.trailproof.rule.adapter.RolePolicies;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The trail before the log group has a role that may write to it (F18, F22, F23). */
final class TrailMayDeliver implements Predicate {
  private static final String SERVICE = "cloudtrail.amazonaws.com";
  private static final List<String> ACTIONS = List.of("logs:CreateLogStream", "logs:PutLogEvents");

  @Override
  public String name() {
    return "trail-may-deliver";
  }

  @Override
  public String description() {
    return "the trail before the log group has a role that CloudTrail may assume and that may write"
        + " to the group";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource trail = step.before();
    Value role = trail.property("logRole");
    if (trail.existence() == Existence.UNSEEN) {
      return Judgement.pass(); // the trail itself is not known
    }
    if (trail.existence() == Existence.DECLARED && role.isAbsent()) {
      return Judgement.pass(); // that it delivers to this log group is what is declared
    }
    if (role.isAbsent()) {
      return Judgement.fail(
          "it has no role for the delivery, and the API will refuse a log group without one",
          Labels.at(role, trail));
    }
    Optional<Resource> found = step.graph().named("aws.iam.Role", role).stream().findFirst();
    if (found.isEmpty()) {
      return Judgement.unknown(Shown.unknown(step, trail, "logRole", role), role, trail);
    }
    return trusts(step, found.get()).and(permits(step, found.get()));
  }

  private static Judgement trusts(Step step, Resource role) {
    Value trust = step.graph().property(role, "trust");
    if (trust.isAbsent() || trust instanceof Value.Unknown) {
      return Judgement.unknown(Shown.unknown(step, role, "trust", trust), trust, role);
    }
    JsonAdapter values = new JsonAdapter(step.graph());
    Request request =
        Request.of(SERVICE, "sts:AssumeRole", PolicyText.hole())
            .with("aws:SourceArn", values.arn(step.before()))
            .with("aws:SourceAccount", values.account(step.before()));
    Decision decision = values.policy(trust).decide(Mode.TRUST, request);
    return switch (decision.outcome()) {
      case ALLOWED -> Judgement.pass();
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY ->
          Judgement.fail(
              "CloudTrail may not assume role `" + role.address() + "`", Labels.at(trust, role));
      case UNKNOWN ->
          Judgement.unknown(
              "whether CloudTrail may assume role `"
                  + role.address()
                  + "` is not known: "
                  + decision.explanation(),
              trust,
              role);
    };
  }

  private static Judgement permits(Step step, Resource role) {
    ResourceGraph graph = step.graph();
    List<PolicyDocument> documents = RolePolicies.of(graph, role);
    if (documents.isEmpty()) {
      return role.existence().mayHaveRelationsElsewhere()
          ? Judgement.unknown("the policies of role `" + role.address() + "` are not in this input")
          : Judgement.fail(
              "role `" + role.address() + "` has no policy",
              Labels.at(role.property("name"), role));
    }
    PolicySet policies = PolicySet.of(documents);
    Value boundary = graph.property(role, "boundary");
    if (!boundary.isAbsent()) {
      policies = policies.within(RolePolicies.managed(graph, boundary));
    }
    DeliveryStreams streams = DeliveryStreams.of(step);
    Judgement all = Judgement.pass();
    for (String action : ACTIONS) {
      all = all.and(permission(decide(policies, action, streams.own()), action, role));
    }
    if (all.verdict() == Verdict.FAIL || !streams.ofOrganization()) {
      return all;
    }
    for (String action : ACTIONS) {
      Decision decision = decide(policies, action, List.of(streams.members()));
      all = all.and(decision.outcome().isDenied() ? membersLost(action, role) : Judgement.pass());
    }
    return all;
  }

  /** Allowed for a stream whose name is certain, or else what can be told of any. */
  private static Decision decide(PolicySet policies, String action, List<PolicyText> streams) {
    Decision last = null;
    for (PolicyText stream : streams) {
      last = policies.decide(Mode.IDENTITY, Request.of(SERVICE, action, stream));
      if (last.outcome() == Decision.Outcome.ALLOWED) {
        break;
      }
    }
    return Objects.requireNonNull(last);
  }

  /** F17: the events of member accounts go to streams named after the organization. */
  private static Judgement membersLost(String action, Resource role) {
    return Judgement.fail(
        "events of member accounts go to streams whose names begin with the organization's id, and"
            + " role `"
            + role.address()
            + "` may not call `"
            + action
            + "` on these",
        Labels.at(role.property("name"), role));
  }

  private static Judgement permission(Decision decision, String action, Resource role) {
    return switch (decision.outcome()) {
      case ALLOWED -> Judgement.pass();
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY ->
          Judgement.fail(
              "role `"
                  + role.address()
                  + "` may not call `"
                  + action
                  + "`: "
                  + decision.explanation(),
              Labels.at(role.property("name"), role));
      case UNKNOWN ->
          Judgement.passIf(
              new Assumption(
                  "role-may-write",
                  "the policy, which cannot be read whole here, lets the role write to the log"
                      + " group (F22)",
                  role.address()));
    };
  }
}
