package io.trailproof.input.cloudformation.value;

import io.trailproof.document.Node;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.hypothesis.ConditionTruth;
import io.trailproof.input.cloudformation.template.Call;
import java.util.List;
import java.util.Optional;

/** The functions that conditions are made of, where a value is wanted. */
final class ConditionFunctions {
  private ConditionFunctions() {}

  static Value choose(Call call, Evaluator evaluator) {
    Optional<List<Node>> arguments = call.arguments(3);
    Optional<String> name =
        arguments.flatMap(list -> list.get(0).asScalar()).map(scalar -> scalar.text().strip());
    if (arguments.isEmpty() || name.isEmpty()) {
      return Evaluator.malformed(call);
    }
    Node yes = arguments.get().get(1);
    Node no = arguments.get().get(2);
    ConditionTruth truth = evaluator.names().conditions().named(name.get());
    return switch (truth.truth()) {
      case YES -> evaluator.evaluate(yes);
      case NO -> evaluator.evaluate(no);
      case UNKNOWN ->
          CandidateValues.of(
              List.of(evaluator.evaluate(yes), evaluator.evaluate(no)),
              NamedConditions.why(name.get(), truth),
              call.origin());
    };
  }

  static Value flag(Call call, Evaluator evaluator) {
    ConditionTruth truth = evaluator.names().conditions().call(call);
    return truth.isUndecided()
        ? Evaluator.unknown(call, "hangs on " + truth.hangsOn())
        : Value.flag(truth.holds(), call.origin());
  }
}
