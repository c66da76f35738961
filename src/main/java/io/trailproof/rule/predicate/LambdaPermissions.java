package io.trailproof.rule.predicate;

import io.trailproof.kleene.Truth;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicySet;
import io.trailproof.aws.policy.Request;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.adapter.JsonAdapter;
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
    JsonAdapter values = new JsonAdapter(graph);
    List<PolicyDocument> documents = new ArrayList<>();
    graph
        .referrers("aws.lambda.Permission", "function", function)
        .forEach(
            (permission, named) ->
                documents.add(
                    named == Truth.YES
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
  private PolicyDocument document(JsonAdapter values, Resource permission) {
    Map<String, Json> statement = new LinkedHashMap<>();
    statement.put("Effect", new Json.Str("Allow"));
    statement.put(
        "Principal", new Json.Obj(Map.of("Service", text(values, permission, "principal"))));
    statement.put("Action", text(values, permission, "action"));
    statement.put("Resource", values.arn(function).json());
    Map<String, Json> conditions = new LinkedHashMap<>();
    condition(values, permission, "sourceArn", "ArnLike", "AWS:SourceArn", conditions);
    condition(values, permission, "sourceAccount", "StringEquals", "AWS:SourceAccount", conditions);
    if (!conditions.isEmpty()) {
      statement.put("Condition", new Json.Obj(conditions));
    }
    return PolicyDocument.parse(new Json.Obj(Map.of("Statement", new Json.Obj(statement))));
  }

  private void condition(
      JsonAdapter values,
      Resource permission,
      String property,
      String operator,
      String key,
      Map<String, Json> into) {
    if (!permission.property(property).isAbsent()) {
      into.put(operator, new Json.Obj(Map.of(key, text(values, permission, property))));
    }
  }

  private Json text(JsonAdapter values, Resource permission, String property) {
    Value value = graph.property(permission, property);
    return values.text(value).json();
  }
}
