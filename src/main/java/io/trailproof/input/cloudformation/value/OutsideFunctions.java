package io.trailproof.input.cloudformation.value;

import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.Rendering;
import java.util.Optional;

/** The functions that take something from outside the template. */
final class OutsideFunctions {
  private OutsideFunctions() {}

  /** The export of another stack of the deployment, or a symbol of its name. */
  static Value importValue(Call call, Evaluator evaluator) {
    Value name = evaluator.text(call.argument());
    return CandidateValues.map(
        name,
        one -> {
          Optional<Value> exported = evaluator.names().hypothesis().exports().get(one);
          if (exported.isPresent()) {
            return exported.get();
          }
          return one.isKnown()
              ? new Value.Symbol("import " + Rendering.words(one), "", call.origin())
              : evaluator.symbolic(call, one);
        });
  }

  static Value stackOutput(Call call, Evaluator evaluator) {
    return evaluator.symbolic(call, evaluator.evaluate(call.argument()));
  }

  /** A macro may make anything of what it is given. */
  static Value transform(Call call, Evaluator evaluator) {
    return Evaluator.unknown(call, "is made by a macro that the template does not hold");
  }
}
