package io.trailproof.input.cloudformation.stack;

import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.hypothesis.AssumedReading;
import io.trailproof.input.cloudformation.hypothesis.PremiseTracker;
import io.trailproof.input.cloudformation.template.TemplateError;
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
  private final Map<String, PremiseTracker.Noted<Value>> known = new HashMap<>();
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
    PremiseTracker.Noted<Value> value = known.get(name);
    if (value != null) {
      stack.hypothesis().tracker().on(value.premises());
    } else if (node.isPresent()) {
      if (!underWay.add(name)) {
        stack.hypothesis().report(TemplateError.CIRCULAR_OUTPUT.with(output.keySpan(), name));
        return Optional.of(new Value.Unknown("depends on itself", Origin.at(output.keySpan())));
      }
      value = stack.hypothesis().tracker().noting(() -> stack.evaluator().text(node.get()));
      underWay.remove(name);
      known.put(name, value);
    }
    stack.restOnLoops("Outputs", name);
    return Optional.ofNullable(value).map(PremiseTracker.Noted::result);
  }

  /** All of them, by their names. */
  Map<String, Value> all() {
    Map<String, Value> all = new LinkedHashMap<>();
    members.keySet().forEach(name -> get(name).ifPresent(value -> all.put(name, value)));
    return all;
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
        && stack.hypothesis().aside(() -> stack.conditions().named(condition.get())).fails();
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
        AssumedReading hypothesis = stack.hypothesis();
        PremiseTracker.Noted<Value> text =
            hypothesis
                .tracker()
                .noting(() -> hypothesis.aside(() -> stack.evaluator().text(name.get())));
        hypothesis.exports().add(text.result(), () -> exported(output, text.premises()));
      }
    }
  }

  private Value exported(Node.Member output, Set<Premise> ofItsName) {
    stack.hypothesis().tracker().on(ofItsName);
    stack.hypothesis().tracker().on(stack.premises());
    return get(output.key())
        .orElseGet(
            () -> new Value.Unknown("is exported without a value", Origin.at(output.keySpan())));
  }
}
