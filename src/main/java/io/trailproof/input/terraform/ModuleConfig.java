package io.trailproof.input.terraform;

import io.trailproof.document.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration section tells of one module (section 7).
 *
 * @param blocks resource and data blocks of wanted types, by {@code type.name}
 * @param defaults scalar defaults of variables
 */
record ModuleConfig(
    Map<String, Block> blocks,
    Map<String, Call> calls,
    Map<String, Expression> outputs,
    Map<String, Node.Scalar> defaults) {
  static final ModuleConfig EMPTY = new ModuleConfig(Map.of(), Map.of(), Map.of(), Map.of());

  ModuleConfig {
    blocks = Map.copyOf(blocks);
    calls = Map.copyOf(calls);
    outputs = Map.copyOf(outputs);
    defaults = Map.copyOf(defaults);
  }

  /**
   * A resource or data block.
   *
   * @param providerKey names its provider configuration; empty where the plan does not say
   * @param expressions what its arguments refer to; null if it has none
   * @param forEach what it repeats over; null where that left nothing behind
   */
  record Block(
      String providerKey, Node.@Nullable Mapping expressions, @Nullable Expression forEach) {}

  /**
   * A module call.
   *
   * @param inputs the inputs that are set
   */
  record Call(Map<String, Expression> inputs, @Nullable Expression forEach, ModuleConfig module) {
    Call {
      inputs = Map.copyOf(inputs);
    }
  }
}
