package io.trailproof.input.cloudformation.value;

import io.trailproof.document.Node;
import io.trailproof.graph.Equality;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.input.cloudformation.template.Scalars;
import io.trailproof.input.cloudformation.template.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Works out what the nodes of a stack's template stand for. */
public final class Evaluator {
  private final Namespace names;

  public Evaluator(Namespace names) {
    this.names = names;
  }

  Namespace names() {
    return names;
  }

  /** The value of a node; what cannot be told is a symbol or unknown, never a guess. */
  public Value evaluate(Node node) {
    if (!names.hypothesis().budget().enter()) {
      return new Value.Unknown("is too much to work out", Origin.at(node.span()));
    }
    try {
      Optional<Call> call = Call.of(node);
      if (call.isPresent()) {
        return call(call.get());
      }
      if (node instanceof Node.Scalar scalar) {
        return DynamicReferences.in(Scalars.value(scalar));
      }
      return node instanceof Node.Sequence list
          ? items(list)
          : fields(node.asMapping().orElseThrow(), any -> true);
    } finally {
      names.hypothesis().budget().leave();
    }
  }

  /** Text where the template language wants a literal or something that gives one. */
  public Value text(Node node) {
    Optional<Node.Scalar> literal = node.asScalar().filter(scalar -> scalar.tag() == null);
    return literal
        .<Value>map(scalar -> Value.text(Scalars.text(scalar), Origin.at(scalar.span())))
        .orElseGet(() -> evaluate(node));
  }

  private Value call(Call call) {
    Functions.IntrinsicFunction function = Functions.named(call.name());
    if (function == null) {
      return unknown(
          call, "is made by " + Rendering.quoted(call.name()) + ", which is no function we know");
    }
    return DynamicReferences.in(function.apply(call, this));
  }

  private Value items(Node.Sequence sequence) {
    List<Value> items = new ArrayList<>();
    for (Node node : sequence.items()) {
      Value value = evaluate(node);
      if (!value.isAbsent()) {
        items.add(value);
      }
    }
    return CandidateValues.list(items, Origin.at(sequence.span()));
  }

  /**
   * The value of a resource's properties.
   *
   * @param counts whether anything rests on the property of a name
   */
  public Value properties(Node node, Predicate<String> counts) {
    Optional<Node.Mapping> written = node.asMapping().filter(any -> Call.of(node).isEmpty());
    return written.isPresent() ? fields(written.get(), counts) : evaluate(node);
  }

  private Value fields(Node.Mapping mapping, Predicate<String> counts) {
    Loops.Expansion expansion = new Loops(this).expand(mapping.members());
    Origin origin = Origin.at(mapping.span());
    if (!expansion.complete()) {
      return new Value.Unknown("holds a loop over values that the template does not tell", origin);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    for (Node.Member member : expansion.members()) {
      fields.remove(member.key());
      Value value =
          counts.test(member.key())
              ? evaluate(member.value())
              : names.hypothesis().tracker().aside(() -> evaluate(member.value()));
      if (!value.isAbsent()) {
        fields.put(member.key(), value);
      }
    }
    return new Value.Fields(fields, origin);
  }

  /** A result that is not even equal to itself. */
  static Value unknown(Call call, String why) {
    return new Value.Unknown(why, call.origin());
  }

  /** A call that is not written as CloudFormation wants it; {@link Structure} says so. */
  static Value malformed(Call call) {
    return unknown(
        call, "is made by a " + Rendering.quoted(call.name()) + " that CloudFormation refuses");
  }

  /** A result that cannot be told, yet is the same wherever the same is asked of the same. */
  Value symbolic(Call call, Value... arguments) {
    List<Value> all = List.of(arguments);
    Value list = new Value.Items(all, call.origin());
    Optional<String> key = Equality.key(list);
    if (key.isEmpty()) {
      return unknown(
          call,
          "is made by " + Rendering.quoted(call.name()) + " from what the template does not tell");
    }
    return new Value.Symbol(
        call.name() + " " + Rendering.words(list), key.get(), origin(call, list));
  }

  /** Where a call stands; what it makes of something hidden is hidden, too. */
  static Origin origin(Call call, Value argument) {
    return argument.isSensitive() ? call.origin().hidden() : call.origin();
  }
}
