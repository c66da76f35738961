package io.trailproof.input.cloudformation.stack;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import io.trailproof.input.cloudformation.hypothesis.ConditionTruth;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.NameUse;
import io.trailproof.input.cloudformation.template.TemplateError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resources that the properties of what is made refer to and a false condition leaves out, which
 * CloudFormation refuses like names that the template does not have (F254). What {@code DependsOn}
 * names may be left out.
 */
final class UnmadeNames {
  private final Stack stack;
  private final List<Diagnostic> found = new ArrayList<>();

  private UnmadeNames(Stack stack) {
    this.stack = stack;
  }

  static List<Diagnostic> of(Stack stack) {
    UnmadeNames names = new UnmadeNames(stack);
    for (DeclaredResource declared : stack.resources()) {
      if (stack.hypothesis().aside(() -> stack.existence(declared)).holds()) {
        declared.properties().ifPresent(names::visit);
      }
    }
    for (Node.Member output : stack.template().section("Outputs")) {
      Optional<Node.Mapping> body = output.value().asMapping();
      boolean made =
          body.flatMap(one -> one.get("Condition"))
              .flatMap(Node::asScalar)
              .map(name -> names.condition(name).holds())
              .orElse(true);
      if (made && stack.existence().holds() && !output.key().startsWith(Call.LOOP)) {
        body.flatMap(one -> one.get("Value")).ifPresent(names::visit);
      }
    }
    return names.found;
  }

  private ConditionTruth condition(Node.Scalar name) {
    return stack.hypothesis().aside(() -> stack.conditions().named(name.text().strip()));
  }

  private void visit(Node node) {
    Optional<Call> call = Call.of(node);
    if (call.isPresent()) {
      switch (call.get().name()) {
        case "Fn::If" -> {
          taken(call.get()).ifPresent(this::visit);
          return;
        }
        case Call.TRANSFORM -> {
          return;
        }
        default -> NameUse.of(call.get()).forEach(this::use);
      }
    }
    if (node instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        visit(item);
      }
    } else if (node instanceof Node.Mapping mapping) {
      for (Node.Member member : mapping.members()) {
        if (!member.key().startsWith(Call.LOOP)) {
          visit(member.value());
        }
      }
    }
  }

  /** What a choice comes to; empty while it is open. */
  private Optional<Node> taken(Call choice) {
    Optional<List<Node>> arguments = choice.arguments(3);
    Optional<ConditionTruth> truth =
        arguments.flatMap(three -> three.get(0).asScalar()).map(this::condition);
    return truth
        .filter(one -> !one.isUndecided())
        .map(one -> arguments.orElseThrow().get(one.holds() ? 1 : 2));
  }

  private void use(NameUse use) {
    Optional<DeclaredResource> named = stack.resource(use.name());
    if (named.isEmpty()) {
      return;
    }
    ConditionTruth there = stack.ownExistence(named.get()); // where it is open, each way is judged
    if (there.fails()) {
      String condition = named.get().condition().map(Node.Scalar::text).orElse("");
      found.add(TemplateError.NOT_MADE.with(use.at(), use.name(), condition));
    }
  }
}
