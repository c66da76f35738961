package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicySet;
import io.trailproof.aws.policy.Request;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Arn;
import io.trailproof.graph.Place;
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
import io.trailproof.rule.adapter.JsonAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whether a function, queue or stream takes what is sent to it (F78, F95, F98). */
final class MachineAccess {
  private static final String ALARMS = "lambda.alarms.cloudwatch.amazonaws.com";
  static final String SERVICE = "sns.amazonaws.com";

  private MachineAccess() {}

  /** A function lets a service invoke it for the resource before it (F78, F98). */
  static Judgement functionLetsInvoke(Step step, Map<String, String> arguments) {
    String service = arguments.getOrDefault("service", ALARMS);
    Judgement judgement = InvokedFunction.policy(step).allow(service, actor(step));
    return judgement.verdict() == Verdict.PASS
        ? judgement.noting(
            new Note(
                "machine-is-told",
                "a function is told, and no person; benchmarks ask for a topic with a subscriber"
                    + " (F78)",
                step.resource().address()))
        : judgement;
  }

  /** What the service acts for: of a target it is the rule. */
  private static Resource actor(Step step) {
    Resource before = step.before();
    List<Resource> rules =
        before.type().equals("aws.events.Target")
            ? ResourceIndex.of(step.graph()).named("aws.events.Rule", before.property("rule"))
            : List.of();
    return rules.size() == 1 ? rules.get(0) : before;
  }

  /** The endpoint of a subscription takes what the topic sends it (F95). */
  static Judgement takes(Step step, String protocol) {
    Resource subscription = step.resource();
    if (protocol.equals("firehose") && subscription.property("role").isAbsent()) {
      return Judgement.fail(
          "it has no role for the stream, the API will refuse it",
          Labels.at(subscription.property("role"), subscription));
    }
    Judgement elsewhere = elsewhere(step, protocol);
    if (elsewhere.verdict() == Verdict.FAIL) {
      return elsewhere;
    }
    Optional<Judgement> role =
        protocol.equals("firehose") ? StreamRole.judge(step) : Optional.empty();
    Value endpoint = subscription.property("endpoint");
    Optional<FunctionPolicy> function =
        protocol.equals("lambda")
            ? InvokedFunction.named(step.graph(), endpoint)
            : Optional.empty();
    Optional<Access> queues =
        protocol.equals("sqs")
            ? found(step, "aws.sqs.Queue").map(one -> queue(step, one))
            : Optional.empty();
    boolean isShown =
        role.isPresent()
            || function.filter(one -> !one.mayBeElsewhere()).isPresent()
            || queues.filter(Access::isShown).isPresent();
    Judgement shown =
        switch (protocol) {
          case "sqs" -> queues.map(Access::judgement).orElse(unseen());
          case "lambda" ->
              function
                  .map(
                      one -> InvokedFunction.told(endpoint, one, one.allow(SERVICE, step.before())))
                  .orElse(unseen());
          case "firehose" -> role.orElse(unseen());
          default -> unseen();
        };
    Judgement accepts =
        shown.verdict() == Verdict.UNKNOWN && !isShown
            ? Judgement.passIf(
                new Assumption(
                    Assumed.ENDPOINT_ACCEPTS,
                    "the endpoint accepts what the topic sends (F95)",
                    subscription.address()))
            : shown;
    return protocol.equals("sqs")
        ? found(step, "aws.sqs.Queue")
            .map(
                queue ->
                    accepts
                        .and(KeyUse.sendToQueue(step, queue))
                        .and(MessagingName.ofQueue(step, queue))
                        .and(named(step, queue)))
            .orElse(accepts)
        : accepts;
  }

  /** F178: across Regions a topic delivers to queues and functions only. */
  private static Judgement elsewhere(Step step, String protocol) {
    Value endpoint = step.graph().property(step.resource(), "endpoint");
    Optional<Arn> arn =
        Set.of("firehose", "application").contains(protocol)
            ? Arn.parse(endpoint)
            : Optional.empty();
    Value topic = step.before().place().region();
    return arn.filter(one -> step.graph().same(one.region(), topic) == Truth.NO)
        .map(
            one ->
                Judgement.fail(
                    "its endpoint is in "
                        + Shown.of(one.region())
                        + ", and a topic of "
                        + Shown.of(step.graph().resolve(topic))
                        + " delivers to queues and functions only there",
                    Labels.at(endpoint, step.resource())))
        .orElse(Judgement.pass());
  }

  /** F256: a queue gets its policy by its address. */
  private static Judgement named(Step step, Resource queue) {
    return ResourceIndex.of(step.graph())
        .referrers("aws.sqs.QueuePolicy", "queues", queue)
        .entrySet()
        .stream()
        .filter(one -> one.getValue() == Truth.YES)
        .map(Map.Entry::getKey)
        .map(one -> Naming.of(step, one, one.property("queues"), Naming.NAME, "a URL"))
        .reduce(Judgement.pass(), Judgement::and);
  }

  private static Judgement unseen() {
    return Judgement.unknown("the endpoint is not in this input");
  }

  private static Optional<Resource> found(Step step, String type) {
    Value endpoint = step.resource().property("endpoint");
    return step.graph().ofType(type).stream()
        .filter(one -> step.graph().names(endpoint, one) == Truth.YES)
        .findFirst();
  }

  /**
   * What the policies of a queue come to.
   *
   * @param isShown whether an input shows why it is open, so that it is no assumption
   */
  private record Access(Judgement judgement, boolean isShown) {
    Access placed(Judgement place) {
      return new Access(place.and(judgement), isShown || place.verdict() == Verdict.UNKNOWN);
    }
  }

  private static Access queue(Step step, Resource queue) {
    ResourceGraph graph = step.graph();
    JsonAdapter values = new JsonAdapter(graph);
    List<Access> written = new ArrayList<>();
    List<PolicyDocument> perhaps = new ArrayList<>();
    for (Resource policy : graph.ofType("aws.sqs.QueuePolicy")) {
      Truth named = names(step, policy, queue);
      if (named == Truth.YES) {
        Judgement place = SamePlace.attached(graph, policy, queue);
        for (Value document : candidates(policy.property("policy"))) {
          written.add(
              sends(step, queue, PolicySet.of(List.of(values.policy(document)))).placed(place));
        }
      } else if (named == Truth.UNKNOWN) {
        perhaps.add(PolicyDocument.unseen("perhaps the queue's", true));
      }
    }
    if (!written.isEmpty()) {
      return lastOf(written, queue);
    }
    Value own = graph.property(queue, "policy");
    if (!own.isAbsent()) {
      perhaps.add(values.policy(own));
    }
    if (perhaps.isEmpty()) {
      return new Access(
          queue.existence().mayHaveRelationsElsewhere()
              ? unseen()
              : Judgement.fail(
                  "queue `" + queue.address() + "` has no policy that lets the topic send to it",
                  Labels.at(queue.property("name"), queue)),
          false);
    }
    return sends(step, queue, PolicySet.of(perhaps));
  }

  /** What is open is judged each way. */
  private static List<Value> candidates(Value value) {
    return value instanceof Value.Choice choice ? choice.candidates() : List.of(value);
  }

  /** A queue has one policy (F256): of several, whichever is written last. */
  private static Access lastOf(List<Access> written, Resource queue) {
    return written.stream().map(one -> one.judgement().verdict()).distinct().count() == 1
        ? written.get(0)
        : new Access(
            Judgement.unknown(
                "queue `"
                    + queue.address()
                    + "` is given one of several policies, and which of them is open"),
            true);
  }

  private static Access sends(Step step, Resource queue, PolicySet policies) {
    ResourceGraph graph = step.graph();
    JsonAdapter values = new JsonAdapter(graph);
    Function<String, Decision> decide =
        service ->
            policies.decide(
                Mode.RESOURCE,
                Request.of(service, "sqs:SendMessage", values.arn(queue))
                    .with("aws:SourceArn", values.arn(step.before()))
                    .with("aws:SourceAccount", values.account(step.before())));
    Optional<SnsAcrossRegions> across = SnsAcrossRegions.between(graph, step.before(), queue);
    if (across.filter(one -> lets(one, decide)).isPresent()) {
      return new Access(Judgement.pass(), false);
    }
    Decision decision = decide.apply(SERVICE);
    Judgement judgement =
        switch (decision.outcome()) {
          case ALLOWED -> across.isPresent() ? unsettled(queue) : Judgement.pass();
          case UNKNOWN -> Judgement.unknown(decision.explanation());
          case DENIED_BY_DEFAULT, DENIED_EXPLICITLY, REFUSED ->
              Judgement.fail(
                  "the policy of queue `"
                      + queue.address()
                      + "` does not let the topic send to it: "
                      + decision.explanation(),
                  Labels.at(queue.property("name"), queue));
        };
    return new Access(judgement, decision.mayBeDenied());
  }

  static boolean lets(SnsAcrossRegions across, Function<String, Decision> decide) {
    return across.services().stream()
        .anyMatch(one -> decide.apply(one).outcome() == Decision.Outcome.ALLOWED);
  }

  static Judgement unsettled(Resource endpoint) {
    return Judgement.unknown(
        "whether `"
            + SERVICE
            + "` is the service that comes to `"
            + endpoint.address()
            + "` from another Region, one of which is opted into, is not settled (F178)");
  }

  /** A queue goes by its address, too, which ends in its name. */
  private static Truth names(Step step, Resource policy, Resource queue) {
    Value queues = policy.property("queues");
    Truth best = ResourceIndex.of(step.graph()).named(policy, "queues", queue);
    Optional<String> name = step.graph().property(queue, "name").asText();
    List<Value> all = queues instanceof Value.Items items ? items.items() : List.of(queues);
    for (Value one : all) {
      Optional<String> text = step.graph().resolve(one).asText();
      if (text.isPresent() && text.get().startsWith("https://")) {
        boolean same = name.filter(ending -> text.get().endsWith("/" + ending)).isPresent();
        best =
            same ? Place.same(step.graph(), policy, queue) : name.isEmpty() ? Truth.UNKNOWN : best;
      }
    }
    return best;
  }
}
