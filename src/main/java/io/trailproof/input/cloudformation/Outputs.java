package io.trailproof.input.cloudformation;

import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The outputs of a stack, worked out when asked for. */
final class Outputs {
  private final Stack stack;
  private final Map<String, Node.Member> members = new LinkedHashMap<>();
  private final Map<String, Reliance.Noted<Value>> known = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  Outputs(Stack stack, List<Node.Member> outputs) {
    this.stack = stack;
    outputs.forEach(output -> members.put(output.key(), output));
  }

  /** The value of an output; empty if there is none, or its condition is false. */
  Optional<Value> get(String name) {
    Node.Member output = members.get(name);
    if (output == null || isLeftOut(output)) {
      return Optional.empty();
    }
    Optional<Node> node = output.value().asMapping().flatMap(body -> body.get("Value"));
    Reliance.Noted<Value> value = known.get(name);
    if (value != null) {
      stack.world().reliance().on(value.premises());
    } else if (node.isPresent()) {
      if (!underWay.add(name)) {
        stack
            .world()
            .report(Problem.circular("the output " + Rendering.quoted(name), output.keySpan()));
        return Optional.of(new Value.Unknown("depends on itself", Origin.at(output.keySpan())));
      }
      value = stack.world().reliance().noting(() -> stack.evaluator().text(node.get()));
      underWay.remove(name);
      known.put(name, value);
    }
    stack.restOnLoops("Outputs", name);
    return Optional.ofNullable(value).map(Reliance.Noted::result);
  }

  private boolean isLeftOut(Node.Member output) {
    Optional<String> condition =
        output
            .value()
            .asMapping()
            .flatMap(body -> body.get("Condition"))
            .flatMap(Node::asScalar)
            .map(Node.Scalar::text);
    return condition.isPresent()
        && stack.world().aside(() -> stack.conditions().named(condition.get())).isFalse();
  }

  /** Offers the exported outputs to the other stacks of the deployment. */
  void export() {
    for (Node.Member output : members.values()) {
      Optional<Node> name =
          output
              .value()
              .asMapping()
              .flatMap(body -> body.get("Export"))
              .flatMap(Node::asMapping)
              .flatMap(export -> export.get("Name"));
      if (name.isPresent() && !isLeftOut(output)) {
        World world = stack.world();
        Reliance.Noted<Value> text =
            world.reliance().noting(() -> world.aside(() -> stack.evaluator().text(name.get())));
        world.exports().add(text.result(), () -> exported(output, text.premises()));
      }
    }
  }

  private Value exported(Node.Member output, Set<Premise> ofItsName) {
    stack.world().reliance().on(ofItsName);
    stack.world().reliance().on(stack.premises());
    return get(output.key())
        .orElseGet(
            () -> new Value.Unknown("is exported without a value", Origin.at(output.keySpan())));
  }
}
