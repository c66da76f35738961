package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicySet;
import io.trailproof.aws.policy.PolicyText;
import io.trailproof.aws.policy.Request;
import io.trailproof.catalog.ArnShape;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Fate;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
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
import io.trailproof.rule.adapter.JsonAdapter;
import io.trailproof.rule.adapter.RolePolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the role of a log alarm lets CloudWatch Logs run its query on the log group (F230). */
final class QueryRole {
  private static final String SERVICE = "logs.amazonaws.com";

  /** On whose behalf the role is assumed, by a name that the service makes up. */
  private static final ArnShape QUERIES =
      ArnShape.parse("arn:{partition}:logs:{region}:{account}:scheduled-query:{name}");

  /** Without these no result comes. */
  private static final List<String> NEEDED = List.of("logs:StartQuery", "logs:GetQueryResults");

  /** AWS asks for these as well; reviewers say that nothing is lost without them. */
  private static final List<String> ASKED_FOR = List.of("logs:StopQuery", "logs:DescribeLogGroups");

  private final Step step;
  private final Resource alarm;
  private final Resource role;
  private final JsonAdapter values;

  private QueryRole(Step step, Resource role) {
    this.step = step;
    this.alarm = step.resource();
    this.role = role;
    this.values = new JsonAdapter(step.graph());
  }

  static Judgement judge(Step step) {
    Resource alarm = step.resource();
    Value role = alarm.property("queryRole");
    if (role.isAbsent()) {
      return Judgement.pass(); // the API's refusal says so
    }
    Judgement named = Naming.of(step, alarm, "queryRole");
    if (named.verdict() == Verdict.FAIL) {
      return named;
    }
    Optional<Resource> found =
        ResourceIndex.of(step.graph()).named("aws.iam.Role", role).stream().findFirst();
    if (found.isEmpty()) {
      return Judgement.unknown(Shown.unknown(step, alarm, "queryRole", role), role, alarm);
    }
    Optional<Fate> fate = step.graph().fate(found.get());
    if (fate.isPresent()) {
      return fate.get().there() == Truth.NO
          ? Judgement.fail(fate.get().why(), Labels.at(role, alarm))
          : Judgement.unknown(fate.get().why(), role, alarm);
    }
    return named
        .and(SamePlace.account(step.graph(), found.get(), alarm))
        .and(new QueryRole(step, found.get()).judge());
  }

  private Judgement judge() {
    return trusts().and(permits()).and(holdersName());
  }

  private Judgement trusts() {
    Value trust = step.graph().property(role, "trust");
    if (trust.isAbsent() || trust instanceof Value.Unknown) {
      return Judgement.unknown(Shown.unknown(step, role, "trust", trust), trust, role);
    }
    Value queries = QUERIES.of(Map.of(), alarm.place(), Origin.NOWHERE);
    Request request =
        Request.of(SERVICE, "sts:AssumeRole", PolicyText.hole())
            .with("aws:SourceArn", values.text(queries))
            .with("aws:SourceAccount", values.account(alarm));
    Decision decision = values.policy(trust).decide(Mode.TRUST, request);
    String subject = "`" + SERVICE + "` may%s assume role `" + role.address() + "`";
    return switch (decision.outcome()) {
      case ALLOWED -> Judgement.pass();
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY, REFUSED ->
          Judgement.fail(
              subject.formatted(" not") + ": " + decision.explanation(), Labels.at(trust, role));
      case UNKNOWN ->
          Judgement.unknown(
              "whether " + subject.formatted("") + " is not known: " + decision.explanation(),
              trust,
              role);
    };
  }

  /** What is open is judged each way. */
  private Judgement permits() {
    List<RolePolicies.Way> ways = RolePolicies.ways(step.graph(), role);
    Judgement first = permits(ways.get(0).documents());
    for (RolePolicies.Way other : ways.subList(1, ways.size())) {
      if (permits(other.documents()).verdict() != first.verdict()) {
        return Judgement.unknown(other.why(), Labels.at(role.property("name"), role));
      }
    }
    return first;
  }

  private Judgement permits(List<PolicyDocument> documents) {
    if (documents.isEmpty()) {
      return role.existence().mayHaveRelationsElsewhere()
          ? Judgement.unknown("the policies of role `" + role.address() + "` are not in this input")
          : Judgement.fail(
              "role `" + role.address() + "` has no policy",
              Labels.at(role.property("name"), role));
    }
    PolicySet policies = PolicySet.of(documents);
    Value boundary = step.graph().property(role, "boundary");
    if (!boundary.isAbsent()) {
      policies = policies.within(RolePolicies.boundary(step.graph(), boundary));
    }
    Judgement all = Judgement.pass();
    for (String action : NEEDED) {
      all = all.and(permission(policies, action));
    }
    List<Note> notes = new ArrayList<>();
    for (String action : ASKED_FOR) {
      if (decide(policies, action, ":*").outcome().isDenied()) {
        notes.add(
            new Note(
                "query-role-lacks-action",
                "may not call `" + action + "`, which AWS asks for (F230)",
                role.address()));
      }
    }
    return all.noting(notes);
  }

  private Decision decide(PolicySet policies, String action, String end) {
    return policies.decide(
        Mode.IDENTITY,
        Request.of(SERVICE, action, values.arn(step.before()).then(end))
            .with("aws:RequestedRegion", values.text(step.before().place().region())));
  }

  /** AWS writes the resource as the ARN of the group with {@code :*} behind it. */
  private Judgement permission(PolicySet policies, String action) {
    Decision decision = decide(policies, action, ":*");
    return switch (decision.outcome()) {
      case ALLOWED -> Judgement.pass();
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY, REFUSED ->
          decide(policies, action, "").outcome() == Decision.Outcome.ALLOWED
              ? Judgement.unknown(
                  "role `"
                      + role.address()
                      + "` may call `"
                      + action
                      + "` on the log group's ARN without `:*` behind it, and AWS writes it with",
                  Labels.at(role.property("name"), role))
              : Judgement.fail(
                  "role `"
                      + role.address()
                      + "` may not call `"
                      + action
                      + "` on the log group: "
                      + decision.explanation(),
                  Labels.at(role.property("name"), role));
      case UNKNOWN ->
          decision.hangsOnUnseen() || decision.mayBeDenied()
              ? Judgement.unknown(
                  "whether role `"
                      + role.address()
                      + "` may call `"
                      + action
                      + "` on the log group is not known: "
                      + decision.explanation())
              : Judgement.passIf(
                  new Assumption(
                      Assumed.ROLE_MAY_QUERY,
                      "the role may query the log group (F230): " + decision.explanation(),
                      role.address()));
    };
  }

  /** F257: what gives the role a policy names it by its name, and the policy by its ARN. */
  private Judgement holdersName() {
    Judgement own = Naming.of(step, role, "managedPolicies").and(Naming.of(step, role, "boundary"));
    return RolePolicies.holders(step.graph(), role).stream()
        .map(holder -> Naming.ofLinks(step, holder))
        .reduce(own, Judgement::and);
  }
}
