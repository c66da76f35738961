package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicySet;
import io.trailproof.aws.policy.PolicyText;
import io.trailproof.aws.policy.Request;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Fate;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.DeliveryStreams;
import io.trailproof.rule.adapter.JsonAdapter;
import io.trailproof.rule.adapter.RolePolicies;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a trail delivers to its log group: how it names it, and what its role may do (F17–F23).
 */
final class TrailDelivery {
  private static final String SERVICE = "cloudtrail.amazonaws.com";
  private static final List<String> ACTIONS = List.of("logs:CreateLogStream", "logs:PutLogEvents");

  private TrailDelivery() {}

  /** A trail gives its log group as an ARN that ends in {@code :*} (F19, F20). */
  static Judgement namesLogGroupByArn(Step step) {
    if (step.before().existence() == Existence.UNSEEN) {
      return Judgement.pass(); // that the earlier one is not seen is said already
    }
    Resource trail = step.before();
    return named(step, trail, trail.property("logGroup"));
  }

  private static Judgement named(Step step, Resource trail, Value value) {
    if (value instanceof Value.Choice choice) {
      return choice.candidates().stream()
          .map(one -> named(step, trail, one))
          .reduce(Judgement::and)
          .orElse(Judgement.pass());
    }
    if (value instanceof Value.Reference reference) {
      return namedByReference(trail, reference);
    }
    Value resolved = step.graph().resolve(value);
    Optional<String> text = resolved.asText();
    if (text.isPresent()) {
      return starred(text.get(), text.get(), resolved, trail);
    }
    if (resolved instanceof Value.Template template) {
      List<Value> parts = template.parts();
      Value last = parts.get(parts.size() - 1);
      boolean endsInArn = last instanceof Value.Reference end && end.attribute().equals("arn");
      boolean starTwice =
          trail.dialect() == Dialect.CLOUDFORMATION
              && parts.size() == 2
              && parts.get(0) instanceof Value.Reference start
              && start.attribute().equals("arn")
              && last.asText().filter(":*"::equals).isPresent();
      if (starTwice) {
        return doubleStar(trail);
      }
      return endsInArn
          ? Judgement.pass()
          : starred(
              parts.get(0).asText().orElse("arn:"), last.asText().orElse(""), resolved, trail);
    }
    return Judgement.unknown(Shown.unknown(step, trail, "logGroup", resolved), resolved, trail);
  }

  private static Judgement namedByReference(Resource trail, Value.Reference reference) {
    if (!reference.attribute().equals("arn") && !reference.whole()) {
      return Judgement.unknown(
          "it is given as "
              + Shown.of(reference)
              + " or as a text around it, and a plan does not tell which; `--source` shows it",
          reference,
          trail);
    }
    if (!reference.attribute().equals("arn")) {
      return Judgement.fail(
          "it gives " + Shown.of(reference) + ", and the API will refuse anything but an ARN",
          Labels.at(reference, trail));
    }
    return trail.dialect() == Dialect.TERRAFORM
        ? Judgement.passIf(
            new Assumption(
                Assumed.LOG_GROUP_ARN_ENDS_IN_STAR,
                "the ARN of the log group is given as `\"${….arn}:*\"`; a plan shows the reference"
                    + " only (F20)",
                trail.address()))
        : Judgement.pass();
  }

  private static Judgement doubleStar(Resource trail) {
    return Judgement.pass()
        .noting(
            new Note(
                "log-group-arn-star-twice",
                "the ARN of the log group ends in `:*:*`, and no text says what comes of that"
                    + " (F20)",
                trail.address()));
  }

  private static Judgement starred(String start, String end, Value value, Resource trail) {
    if (!start.startsWith("arn:")) {
      return Judgement.fail(
          "it gives " + Shown.of(value) + ", and the API will refuse anything but an ARN",
          Labels.at(value, trail));
    }
    return end.endsWith(":*")
        ? end.endsWith(":*:*") ? doubleStar(trail) : Judgement.pass()
        : Judgement.fail(
            "the ARN does not end in `:*`, and the API will refuse it", Labels.at(value, trail));
  }

  /** The trail before the log group has a role that may write to it (F18, F22, F23). */
  static Judgement mayDeliver(Step step) {
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
    Optional<Resource> found =
        ResourceIndex.of(step.graph()).named("aws.iam.Role", role).stream().findFirst();
    if (found.isEmpty()) {
      return Judgement.unknown(Shown.unknown(step, trail, "logRole", role), role, trail);
    }
    Optional<Fate> fate = step.graph().fate(found.get());
    if (fate.isPresent()) {
      return fate.get().there() == Truth.NO
          ? Judgement.fail(fate.get().why(), Labels.at(role, trail))
          : Judgement.unknown(fate.get().why(), role, trail);
    }
    return SamePlace.account(step.graph(), found.get(), trail)
        .and(Naming.of(step, trail, "logRole"))
        .and(trusts(step, found.get()))
        .and(permits(step, found.get()))
        .and(named(step, found.get()));
  }

  /** F257: what gives the role a policy names it by its name, and the policy by its ARN. */
  private static Judgement named(Step step, Resource role) {
    Judgement own = Naming.of(step, role, "managedPolicies").and(Naming.of(step, role, "boundary"));
    return RolePolicies.holders(step.graph(), role).stream()
        .map(holder -> Naming.ofLinks(step, holder))
        .reduce(own, Judgement::and);
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
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY, REFUSED ->
          Judgement.fail(
              "CloudTrail may not assume role `" + role.address() + "`: " + decision.explanation(),
              Labels.at(trust, role));
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
    List<RolePolicies.Way> ways = RolePolicies.ways(graph, role);
    Judgement first = permits(step, role, ways.get(0).documents());
    for (RolePolicies.Way other : ways.subList(1, ways.size())) {
      // What is open is judged each way.
      if (permits(step, role, other.documents()).verdict() != first.verdict()) {
        return Judgement.unknown(other.why(), Labels.at(role.property("name"), role));
      }
    }
    return first;
  }

  private static Judgement permits(Step step, Resource role, List<PolicyDocument> documents) {
    ResourceGraph graph = step.graph();
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
      policies = policies.within(RolePolicies.boundary(graph, boundary));
    }
    DeliveryStreams streams = DeliveryStreams.of(step);
    Judgement all = Judgement.pass();
    for (String action : ACTIONS) {
      all =
          all.and(
              permission(decideForStreams(step, policies, action, streams.own()), action, role));
    }
    if (all.verdict() == Verdict.FAIL || !streams.ofOrganization()) {
      return all;
    }
    for (String action : ACTIONS) {
      Decision decision = decideForStreams(step, policies, action, List.of(streams.members()));
      all = all.and(decision.outcome().isDenied() ? membersLost(action, role) : Judgement.pass());
    }
    return all;
  }

  /**
   * Allowed for a stream whose name is certain, or else what can be told of any; one that is denied
   * and another that may be allowed leave it open.
   */
  private static Decision decideForStreams(
      Step step, PolicySet policies, String action, List<PolicyText> streams) {
    PolicyText region = new JsonAdapter(step.graph()).text(step.resource().place().region());
    Decision last = null;
    for (PolicyText stream : streams) {
      Decision before = last;
      last =
          policies.decide(
              Mode.IDENTITY,
              Request.of(SERVICE, action, stream).with("aws:RequestedRegion", region));
      if (last.outcome() == Decision.Outcome.ALLOWED) {
        break;
      }
      if (before != null && before.outcome().isDenied()) {
        last = last.butMayBeDenied();
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
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY, REFUSED ->
          Judgement.fail(
              "role `"
                  + role.address()
                  + "` may not call `"
                  + action
                  + "`: "
                  + decision.explanation(),
              Labels.at(role.property("name"), role));
      case UNKNOWN ->
          decision.hangsOnUnseen() || decision.mayBeDenied()
              ? Judgement.unknown(
                  "whether role `"
                      + role.address()
                      + "` may call `"
                      + action
                      + "` is not known: "
                      + decision.explanation())
              : Judgement.passIf(
                  new Assumption(
                      Assumed.ROLE_MAY_WRITE,
                      "the role may write to the log group (F22): " + decision.explanation(),
                      role.address()));
    };
  }
}
