package io.trailproof.input.cloudformation.value;

import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.NameUse;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions that make text. */
final class TextFunctions {
  private TextFunctions() {}

  static Value sub(Call call, Evaluator evaluator) {
    Node text = call.argument();
    Map<String, Value> names = new HashMap<>();
    Optional<List<Node>> pair = call.arguments(2);
    if (pair.isPresent()) {
      text = pair.get().get(0);
      Optional<Node.Mapping> map = pair.get().get(1).asMapping();
      if (map.isEmpty()) {
        return Evaluator.malformed(call);
      }
      for (Node.Member member : map.get().members()) {
        names.put(member.key(), evaluator.text(member.value()));
      }
    }
    Optional<Node.Scalar> scalar = text.asScalar().filter(node -> node.tag() == null);
    if (scalar.isEmpty()) {
      return Evaluator.malformed(call);
    }
    List<Value> parts = new ArrayList<>();
    List<NameUse.Piece> pieces = NameUse.pieces(scalar.get().text());
    for (NameUse.Piece piece : pieces) {
      Origin origin = Origin.at(part(scalar.get(), piece));
      if (!piece.name()) {
        parts.add(Value.text(piece.text(), origin));
      } else if (names.containsKey(piece.text())) {
        parts.add(asText(names.get(piece.text()), origin));
      } else {
        parts.add(asText(Functions.valueOf(piece.text(), origin, evaluator), origin));
      }
    }
    // Text of one name alone stands where the name does.
    Span whole = pieces.size() == 1 ? part(scalar.get(), pieces.get(0)) : scalar.get().span();
    return CandidateValues.joined(parts, Origin.at(whole));
  }

  /** Finding a place costs a second reading of the scalar, so only names get their own. */
  private static Span part(Node.Scalar scalar, NameUse.Piece piece) {
    return piece.name() ? scalar.part(piece.from(), piece.to()) : scalar.span();
  }

  private static Value asText(Value value, Origin origin) {
    return CandidateValues.map(
        value,
        one -> {
          if (one instanceof Value.Items || one instanceof Value.Fields) {
            return new Value.Unknown("is made of a value that is no text", origin);
          }
          return one.isAbsent()
              ? new Value.Unknown("is made of a value that is not there", origin)
              : one;
        });
  }

  static Value join(Call call, Evaluator evaluator) {
    Optional<List<Node>> pair = call.arguments(2);
    if (pair.isEmpty()) {
      return Evaluator.malformed(call);
    }
    Value between = evaluator.text(pair.get().get(0));
    Value list = evaluator.evaluate(pair.get().get(1));
    return CandidateValues.map(list, one -> joined(call, between, one, evaluator));
  }

  private static Value joined(Call call, Value between, Value list, Evaluator evaluator) {
    if (!(list instanceof Value.Items items)) {
      return evaluator.symbolic(call, between, list);
    }
    List<Value> parts = new ArrayList<>();
    for (Value item : items.items()) {
      if (!parts.isEmpty()) {
        parts.add(between);
      }
      parts.add(asText(item, call.origin()));
    }
    return CandidateValues.joined(parts, call.origin());
  }

  static Value toJsonString(Call call, Evaluator evaluator) {
    Value value = evaluator.evaluate(call.argument());
    return CandidateValues.map(
        value,
        one ->
            ToJsonString.of(one)
                .<Value>map(text -> Value.text(text, Evaluator.origin(call, one)))
                .orElseGet(() -> evaluator.symbolic(call, one)));
  }
}
