package io.trailproof.input.cloudformation;

import io.trailproof.graph.Value;

/** One function of the template language. */
@FunctionalInterface
interface IntrinsicFunction {
  /** What a call stands for; never throws, whatever its argument is. */
  Value apply(Call call, Evaluator evaluator);
}
