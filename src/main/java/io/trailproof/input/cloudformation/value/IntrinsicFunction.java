package io.trailproof.input.cloudformation.value;

import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Call;

/** One function of the template language. */
@FunctionalInterface
interface IntrinsicFunction {
  /** What a call stands for; never throws, whatever its argument is. */
  Value apply(Call call, Evaluator evaluator);
}
