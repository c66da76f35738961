package io.trailproof.rule.predicate;

import io.trailproof.aws.policy.Decision;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicySet;
import io.trailproof.aws.policy.Request;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.adapter.JsonAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a service may invoke a function, or a version or alias of it, by the permissions that the
 * input shows (F78, F95).
 *
 * @param qualifier the version or alias
 */
record FunctionPolicy(ResourceGraph graph, Resource function, Optional<Value> qualifier) {
  private static final String ACTION = "lambda:InvokeFunction";
  private static final String PERMISSION = "aws.lambda.Permission";
  private static final String ALIAS = "aws.lambda.Alias";
  private static final String ALIAS_NAME = "(?!\\d+$)[A-Za-z0-9_-]+";

  /**
   * The judgement.
   *
   * @param source what the service acts for
   */
  Judgement allow(String service, Resource source) {
    JsonAdapter values = new JsonAdapter(graph);
    List<PolicyDocument> documents = new ArrayList<>();
    Judgement placed = Judgement.pass();
    for (Map.Entry<Resource, Truth> one : permissions().entrySet()) {
      Truth counts = one.getValue();
      if (counts == Truth.NO) {
        continue;
      }
      boolean certain = counts == Truth.YES;
      placed = certain ? placed.and(SamePlace.attached(graph, one.getKey(), function)) : placed;
      documents.add(
          certain
              ? document(values, one.getKey())
              : PolicyDocument.unseen("perhaps the function's", false));
    }
    if (documents.isEmpty()) {
      return mayBeElsewhere()
          ? Judgement.unknown(
              "the permissions of function `" + function.address() + "` are not in this input")
          : Judgement.fail(
              called() + " has no permission for `" + service + "`",
              Labels.at(function.property("name"), function));
    }
    PolicySet policies = PolicySet.of(documents);
    Function<String, Decision> decide =
        caller ->
            policies.decide(
                Mode.RESOURCE,
                Request.of(caller, ACTION, values.arn(function))
                    .with("aws:SourceArn", values.arn(source))
                    .with("aws:SourceAccount", values.account(source)));
    Optional<SnsAcrossRegions> across =
        service.equals(MachineAccess.SERVICE)
            ? SnsAcrossRegions.between(graph, source, function)
            : Optional.empty();
    if (across.filter(one -> MachineAccess.lets(one, decide)).isPresent()) {
      return placed;
    }
    Decision decision = decide.apply(service);
    return switch (decision.outcome()) {
      case ALLOWED -> across.isPresent() ? placed.and(MachineAccess.unsettled(function)) : placed;
      case UNKNOWN -> placed.and(Judgement.unknown(decision.explanation()));
      case DENIED_BY_DEFAULT, DENIED_EXPLICITLY, REFUSED ->
          Judgement.fail(
              "no permission of " + called() + " lets `" + service + "` invoke it",
              Labels.at(function.property("name"), function));
    };
  }

  /** True if what lets a service in may be where no input shows it. */
  boolean mayBeElsewhere() {
    return function.existence().mayHaveRelationsElsewhere();
  }

  /**
   * F192: a permission for a version or an alias holds for that alone, and one for the function for
   * none of these.
   */
  private Map<Resource, Truth> permissions() {
    Map<Resource, Truth> found = new LinkedHashMap<>();
    ResourceIndex.of(graph)
        .referrers(PERMISSION, "function", function)
        .forEach((one, named) -> found.put(one, named.and(isFor(own(one)))));
    for (Resource one : graph.ofType(PERMISSION)) {
      QualifiedFunction.of(graph, one.property("function"))
          .ifPresent(
              written -> {
                Truth named = graph.names(written.function(), function);
                if (!named.isNo()) {
                  found.put(one, named.and(isFor(Optional.of(written.qualifier()))));
                }
              });
    }
    return found;
  }

  /** True if somebody may invoke a version or an alias that a new function can have. */
  boolean isQualifiedForSomebody() {
    return graph.ofType(PERMISSION).stream()
        .flatMap(one -> qualifierOf(one).stream())
        .anyMatch(this::mayBeThere);
  }

  /** The version or alias of this function that a permission is for, if it is for one. */
  private Optional<Value> qualifierOf(Resource permission) {
    Optional<QualifiedFunction> written =
        QualifiedFunction.of(graph, permission.property("function"));
    Value function =
        written.map(QualifiedFunction::function).orElse(permission.property("function"));
    return graph.names(function, this.function).isNo()
        ? Optional.empty()
        : written.map(QualifiedFunction::qualifier).or(() -> own(permission));
  }

  /** An alias is there if something makes it; versions come with the function. */
  private boolean mayBeThere(Value qualifier) {
    Value known = graph.resolve(qualifier);
    return !known.isKnown()
        || !known.asText().filter(name -> name.matches(ALIAS_NAME)).isPresent()
        || function.existence().mayHaveRelationsElsewhere()
        || graph.gaps().stream().anyMatch(gap -> gap.mayHide(List.of(ALIAS)))
        || graph.ofType(ALIAS).stream()
            .anyMatch(
                alias ->
                    !graph.names(alias.property("function"), function).isNo()
                        && graph.same(alias.property("name"), known) != Truth.NO);
  }

  private Optional<Value> own(Resource permission) {
    return Optional.of(graph.property(permission, "qualifier")).filter(one -> !one.isAbsent());
  }

  private Truth isFor(Optional<Value> other) {
    if (qualifier.isPresent() && other.isPresent()) {
      return same(graph.resolve(qualifier.get()), graph.resolve(other.get()));
    }
    return other.or(() -> qualifier).map(FunctionPolicy::isNone).orElse(Truth.YES);
  }

  /** Whether a qualifier that is not known yet may turn out to be none. */
  private static Truth isNone(Value qualifier) {
    return qualifier instanceof Value.Unknown ? Truth.UNKNOWN : Truth.NO;
  }

  /** A version goes by a number, and an alias by anything else. */
  private Truth same(Value a, Value b) {
    return (isVersion(a) && isAlias(b)) || (isAlias(a) && isVersion(b))
        ? Truth.NO
        : graph.same(a, b);
  }

  private static boolean isVersion(Value qualifier) {
    return qualifier instanceof Value.Reference reference
        && reference.attribute().equals("version");
  }

  private static boolean isAlias(Value qualifier) {
    return qualifier.asText().filter(text -> !text.matches("\\d+")).isPresent()
        || (qualifier instanceof Value.Reference reference && reference.attribute().equals("name"));
  }

  private String called() {
    String whole = "function `" + function.address() + "`";
    return qualifier
        .map(graph::resolve)
        .map(one -> one.asText().map(text -> "`" + text + "`").orElse("a version") + " of " + whole)
        .orElse(whole);
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
