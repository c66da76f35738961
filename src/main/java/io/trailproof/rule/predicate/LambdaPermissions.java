package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicyNode;
import io.trailproof.aws.policy.PolicySet;
import io.trailproof.aws.policy.Request;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Sameness;
import io.trailproof.graph.Value;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.adapter.PolicyValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a service may invoke a function, by the permissions that the input shows (F78, F95). */
record LambdaPermissions(ResourceGraph graph, Resource function) {
  private static final String ACTION = "lambda:InvokeFunction";

  /**
   * The judgement.
   *
   * @param source what the service acts for
   */
  Judgement allow(String service, Resource source) {
    PolicyValues values = new PolicyValues(graph);
    List<PolicyDocument> documents = new ArrayList<>();
    graph
        .referrers("aws.lambda.Permission", "function", function)
        .forEach(
            (permission, named) ->
                documents.add(
                    named == Sameness.SAME
                        ? document(values, permission)
                        : PolicyDocument.unseen("perhaps the function's", false)));
    if (documents.isEmpty()) {
      return function.existence().mayHaveRelationsElsewhere()
          ? Judgement.unknown(
              "the permissions of function `" + function.address() + "` are not in this input")
          : Judgement.fail(
              "function `" + function.address() + "` has no permission for `" + service + "`",
              Labels.at(function.property("name"), function));
    }
    Request request =
        Request.of(service, ACTION, values.arn(function))
            .with("aws:SourceArn", values.arn(source))
            .with("aws:SourceAccount", values.account(source));
    Decision decision = PolicySet.of(documents).decide(Mode.RESOURCE, request);
    return switch (decision.outcome()) {
      case ALLOWED -> Judgement.pass();
      case UNKNOWN -> Judgement.unknown(decision.explanation());
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY ->
          Judgement.fail(
              "no permission of function `"
                  + function.address()
                  + "` lets `"
                  + service
                  + "` invoke it",
              Labels.at(function.property("name"), function));
    };
  }

  /** A permission is one statement of the function's policy. */
  private PolicyDocument document(PolicyValues values, Resource permission) {
    Map<String, PolicyNode> statement = new LinkedHashMap<>();
    statement.put("Effect", PolicyNode.text("Allow"));
    statement.put(
        "Principal",
        new PolicyNode.Fields(Map.of("Service", text(values, permission, "principal"))));
    statement.put("Action", text(values, permission, "action"));
    statement.put("Resource", new PolicyNode.Text(values.arn(function)));
    Map<String, PolicyNode> conditions = new LinkedHashMap<>();
    condition(values, permission, "sourceArn", "ArnLike", "AWS:SourceArn", conditions);
    condition(values, permission, "sourceAccount", "StringEquals", "AWS:SourceAccount", conditions);
    if (!conditions.isEmpty()) {
      statement.put("Condition", new PolicyNode.Fields(conditions));
    }
    return PolicyDocument.parse(
        new PolicyNode.Fields(Map.of("Statement", new PolicyNode.Fields(statement))));
  }

  private void condition(
      PolicyValues values,
      Resource permission,
      String property,
      String operator,
      String key,
      Map<String, PolicyNode> into) {
    if (!permission.property(property).isAbsent()) {
      into.put(operator, new PolicyNode.Fields(Map.of(key, text(values, permission, property))));
    }
  }

  private PolicyNode text(PolicyValues values, Resource permission, String property) {
    Value value = graph.property(permission, property);
    return new PolicyNode.Text(values.text(value));
  }
}
