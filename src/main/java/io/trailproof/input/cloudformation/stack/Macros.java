package io.trailproof.input.cloudformation.stack;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.document.Node;
import io.trailproof.graph.Premise;
import io.trailproof.input.cloudformation.template.Includes;
import io.trailproof.input.cloudformation.template.Rendering;
import java.util.List;
import java.util.Optional;

/** What a template with macros rests on: each may change all of it, and none is in the input. */
final class Macros {
  private Macros() {}

  /** That they leave what the template says as it is; empty without macros. */
  static Optional<Premise> leaveAlone(Stack stack) {
    List<String> names =
        stack.template().unknownTransforms().stream()
            .filter(one -> Includes.location(one).isEmpty())
            .map(Macros::name)
            .distinct()
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Premise(
                Assumed.MACRO_LEAVES_ALONE,
                String.join(" and ", names)
                    + (names.size() == 1 ? " leaves" : " leave")
                    + " what the template says of the chain as it is",
                Optional.empty(),
                stack.template().file().name(),
                Premise.Reach.PROOF));
  }

  private static String name(Node transform) {
    return transform
        .asString()
        .or(() -> transform.asMapping().flatMap(one -> one.get("Name")).flatMap(Node::asString))
        .map(one -> "the macro " + Rendering.quoted(one))
        .orElse("a macro");
  }
}
