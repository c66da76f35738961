package io.trailproof.input.terraform.reference;

import io.trailproof.input.terraform.plan.Address;
import io.trailproof.input.terraform.plan.ConfiguredExpression;
import io.trailproof.input.terraform.plan.ModuleConfig;
import io.trailproof.input.terraform.plan.ModuleScope;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is evaluated in: a scope, and the {@code each} and {@code count} of the block
 * or call that holds it.
 *
 * @param key the instance key of that block or call; empty where there is none
 */
record EvaluationContext(ModuleScope scope, String key, @Nullable ConfiguredExpression forEach) {

  /** The frame of a resource's own arguments. */
  static EvaluationContext of(ModuleScope scope, Address address, ModuleConfig.Block block) {
    return new EvaluationContext(scope, address.key(), block.forEach());
  }

  /** The frame of the inputs of the call that made a scope, which stand in its parent. */
  static EvaluationContext ofInputs(
      ModuleScope parent, ModuleScope called, ModuleConfig.Call call) {
    return new EvaluationContext(parent, called.key(), call.forEach());
  }

  /** The frame of a module's outputs, which know no {@code each}. */
  static EvaluationContext ofOutputs(ModuleScope scope) {
    return new EvaluationContext(scope, "", null);
  }
}
