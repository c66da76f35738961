package io.trailproof.input.cloudformation.value;

import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Call;
import java.util.List;
import java.util.Optional;

/** {@code Ref}, {@code Fn::GetAtt} and the names in {@code Fn::Sub}. */
final class ReferenceFunctions {
  private ReferenceFunctions() {}

  static Value ref(Call call, Evaluator evaluator) {
    Value name = evaluator.text(call.argument());
    Optional<String> text = name.asText();
    return text.isPresent()
        ? evaluator.names().ref(text.get().strip(), call.origin())
        : evaluator.symbolic(call, name);
  }

  /** {@code [id, attribute]}, or {@code id.attribute} cut at the first dot. */
  static Value getAtt(Call call, Evaluator evaluator) {
    List<Node> list = call.argument().asSequence().map(Node.Sequence::items).orElse(List.of());
    if (list.size() < 2) {
      Optional<Node.Scalar> dotted = call.argument().asScalar();
      return dotted.isPresent() && dotted.get().text().indexOf('.') > 0
          ? named(dotted.get().text().strip(), call.origin(), evaluator)
          : Evaluator.malformed(call);
    }
    StringBuilder attribute = new StringBuilder();
    for (Node node : list.subList(1, list.size())) {
      Optional<String> part = evaluator.text(node).asText();
      if (part.isEmpty()) {
        return evaluator.symbolic(call, evaluator.text(list.get(0)), evaluator.text(node));
      }
      attribute.append(attribute.length() == 0 ? "" : ".").append(part.get());
    }
    Optional<String> id = evaluator.text(list.get(0)).asText();
    return id.isPresent()
        ? evaluator.names().getAtt(id.get().strip(), attribute.toString().strip(), call.origin())
        : Evaluator.malformed(call);
  }

  /** {@code X} as a {@code Ref}, {@code X.Y} as an {@code Fn::GetAtt}. */
  static Value named(String name, Origin origin, Evaluator evaluator) {
    int dot = name.indexOf('.');
    return dot < 0
        ? evaluator.names().ref(name, origin)
        : evaluator.names().getAtt(name.substring(0, dot), name.substring(dot + 1), origin);
  }
}
