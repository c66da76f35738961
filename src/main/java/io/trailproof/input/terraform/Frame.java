package io.trailproof.input.terraform;

import org.jspecify.annotations.Nullable;

/**
 * What an expression is evaluated in: a scope, and the {@code each} and {@code count} of the block
 * or call that holds it.
 *
 * @param key the instance key of that block or call; empty where there is none
 */
record Frame(Scope scope, String key, @Nullable Expression forEach) {

  /** The frame of a resource's own arguments. */
  static Frame of(Scope scope, Address address, ModuleConfig.Block block) {
    return new Frame(scope, address.key(), block.forEach());
  }

  /** The frame of the inputs of the call that made a scope, which stand in its parent. */
  static Frame ofInputs(Scope parent, Scope called, ModuleConfig.Call call) {
    return new Frame(parent, called.key(), call.forEach());
  }

  /** The frame of a module's outputs, which know no {@code each}. */
  static Frame ofOutputs(Scope scope) {
    return new Frame(scope, "", null);
  }
}
