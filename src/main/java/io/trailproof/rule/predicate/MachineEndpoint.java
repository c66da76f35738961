package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicySet;
import io.trailproof.aws.policy.Request;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.JsonAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a queue, function or stream takes what a topic sends it (F95). */
record MachineEndpoint(Step step) {
  private static final String SERVICE = "sns.amazonaws.com";

  Judgement judge(String protocol) {
    Resource subscription = step.resource();
    if (protocol.equals("firehose") && subscription.property("role").isAbsent()) {
      return Judgement.fail(
          "it has no role for the stream, the API will refuse it",
          Labels.at(subscription.property("role"), subscription));
    }
    Judgement shown =
        switch (protocol) {
          case "sqs" -> found("aws.sqs.Queue").map(this::queue).orElse(unseen());
          case "lambda" ->
              found("aws.lambda.Function")
                  .map(
                      one -> new LambdaPermissions(step.graph(), one).allow(SERVICE, step.before()))
                  .orElse(unseen());
          default -> unseen();
        };
    return shown.verdict() == Verdict.UNKNOWN
        ? Judgement.passIf(
            new Assumption(
                "endpoint-accepts",
                "the endpoint accepts what the topic sends (F95)",
                subscription.address()))
        : shown;
  }

  private static Judgement unseen() {
    return Judgement.unknown("the endpoint is not in this input");
  }

  private Optional<Resource> found(String type) {
    Value endpoint = step.resource().property("endpoint");
    return step.graph().ofType(type).stream()
        .filter(one -> step.graph().names(endpoint, one) == Truth.YES)
        .findFirst();
  }

  private Judgement queue(Resource queue) {
    ResourceGraph graph = step.graph();
    JsonAdapter values = new JsonAdapter(graph);
    List<PolicyDocument> documents = new ArrayList<>();
    Value own = graph.property(queue, "policy");
    if (!own.isAbsent()) {
      documents.add(values.policy(own));
    }
    for (Resource policy : graph.ofType("aws.sqs.QueuePolicy")) {
      Truth named = names(policy.property("queues"), queue);
      if (named != Truth.NO) {
        documents.add(
            named == Truth.YES
                ? values.policy(policy.property("policy"))
                : PolicyDocument.unseen("perhaps the queue's", true));
      }
    }
    if (documents.isEmpty()) {
      return queue.existence().mayHaveRelationsElsewhere()
          ? unseen()
          : Judgement.fail(
              "queue `" + queue.address() + "` has no policy that lets the topic send to it",
              Labels.at(queue.property("name"), queue));
    }
    Decision decision =
        PolicySet.of(documents)
            .decide(
                Mode.RESOURCE,
                Request.of(SERVICE, "sqs:SendMessage", values.arn(queue))
                    .with("aws:SourceArn", values.arn(step.before()))
                    .with("aws:SourceAccount", values.account(step.before())));
    return switch (decision.outcome()) {
      case ALLOWED -> Judgement.pass();
      case UNKNOWN -> Judgement.unknown(decision.explanation());
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY ->
          Judgement.fail(
              "the policy of queue `"
                  + queue.address()
                  + "` does not let the topic send to it: "
                  + decision.explanation(),
              Labels.at(queue.property("name"), queue));
    };
  }

  /** A queue goes by its address, too, which ends in its name. */
  private Truth names(Value queues, Resource queue) {
    Truth best = step.graph().namesAny(queues, queue);
    Optional<String> name = step.graph().property(queue, "name").asText();
    List<Value> all = queues instanceof Value.Items items ? items.items() : List.of(queues);
    for (Value one : all) {
      Optional<String> text = step.graph().resolve(one).asText();
      if (text.isPresent() && text.get().startsWith("https://")) {
        boolean same = name.filter(ending -> text.get().endsWith("/" + ending)).isPresent();
        best = same ? Truth.YES : name.isEmpty() ? Truth.UNKNOWN : best;
      }
    }
    return best;
  }
}
