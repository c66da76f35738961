package io.trailproof.input.cloudformation.stack;

import io.trailproof.catalog.Schemas;
import io.trailproof.catalog.constraint.Objection;
import io.trailproof.catalog.constraint.Objections;
import io.trailproof.catalog.constraint.Schema;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Refusal;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.hypothesis.ConditionTruth;
import io.trailproof.input.cloudformation.template.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the schemas of the registry forbid of the resources that a stack makes: the service refuses
 * it when it comes to that resource, and rolls back the whole stack (F253, F255).
 */
final class SchemaRefusals {
  private final Stack stack;

  /** Asked once, since a template may have as many keys as resources. */
  private final boolean asWritten;

  private final List<Refusal> certain = new ArrayList<>();
  private final List<Refusal> doubtful = new ArrayList<>();

  private SchemaRefusals(Stack stack) {
    this.stack = stack;
    this.asWritten = stack.template().isAsWritten();
  }

  static SchemaRefusals of(Stack stack) {
    SchemaRefusals refusals = new SchemaRefusals(stack);
    stack.resources().forEach(refusals::resource);
    return refusals;
  }

  /** What is certainly refused. */
  List<Refusal> certain() {
    return certain;
  }

  /** What hangs on something that is open, and what may be newer than the schema. */
  List<Refusal> doubtful() {
    return doubtful;
  }

  private void resource(DeclaredResource declared) {
    Optional<Schema> schema =
        declared.isMadeByMacro() || declared.isCustom()
            ? Optional.empty()
            : Schemas.constraints(declared.type());
    ConditionTruth exists = stack.hypothesis().aside(() -> stack.existence(declared));
    if (schema.isEmpty() || exists.fails()) {
      return;
    }
    Value properties =
        present(
            declared,
            stack
                .workedOut(declared)
                .orElseGet(() -> stack.hypothesis().silently(() -> properties(declared))));
    List<Objection> objections =
        Objections.to(
            properties,
            declared.type(),
            schema.get(),
            stack.hypothesis().catalog().leeway(),
            new ValueShapes(stack));
    boolean made = exists.holds() && asWritten;
    for (Objection objection : objections) {
      (made && objection.isCertain() ? certain : doubtful).add(refusal(declared, objection));
    }
    if (objections.stream().anyMatch(one -> one.weight() == Objection.Weight.OPEN)
        || (exists.isUndecided() && !objections.isEmpty())) {
      ask(declared);
    }
  }

  private static Refusal refusal(DeclaredResource declared, Objection objection) {
    String refuses =
        switch (objection.weight()) {
          case CERTAIN -> "CloudFormation refuses ";
          case OPEN -> "CloudFormation may refuse ";
          case GROWING -> "unless AWS allows more by now, CloudFormation refuses ";
        };
    return new Refusal(
        refuses + Rendering.quoted(declared.id()) + ", whose " + objection.what(),
        objection.help(),
        objection.at().span() == null ? Origin.at(declared.at()) : objection.at());
  }

  private static Value present(DeclaredResource declared, Value properties) {
    return properties.isAbsent()
        ? new Value.Fields(Map.of(), Origin.at(declared.at()))
        : properties;
  }

  private Value properties(DeclaredResource declared) {
    Origin at = Origin.at(declared.at());
    return declared
        .properties()
        .map(node -> stack.evaluator().properties(node, any -> true))
        .orElseGet(() -> new Value.Absent(at));
  }

  /** Works it out once more for what it leaves open: each way is judged. */
  private void ask(DeclaredResource declared) {
    stack.existence(declared);
    stack.hypothesis().tracker().aside(() -> properties(declared));
  }
}
