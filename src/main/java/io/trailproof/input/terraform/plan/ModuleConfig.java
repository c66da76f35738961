package io.trailproof.input.terraform.plan;

import io.trailproof.document.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration section tells of one module (section 7).
 *
 * @param blocks resource and data blocks of wanted types, by {@code type.name}
 * @param counting the locals that a {@code count} hangs on, such as {@code local.create}
 */
public record ModuleConfig(
    Map<String, Block> blocks,
    Map<String, Call> calls,
    Map<String, ConfiguredExpression> outputs,
    Map<String, Variable> variables,
    Set<String> counting) {
  static final ModuleConfig EMPTY =
      new ModuleConfig(Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

  public ModuleConfig {
    blocks = Map.copyOf(blocks);
    calls = Map.copyOf(calls);
    outputs = Map.copyOf(outputs);
    variables = Map.copyOf(variables);
    counting = Set.copyOf(counting);
  }

  /**
   * A variable.
   *
   * @param fallback its default, if that is a scalar
   * @param ephemeral marked so by OpenTofu: what it was given is in no plan (section 18)
   * @param typed true if the type is written, as OpenTofu does, which marks what is ephemeral
   */
  public record Variable(Node.@Nullable Scalar fallback, boolean ephemeral, boolean typed) {}

  /**
   * A resource or data block.
   *
   * @param providerKey names its provider configuration; empty where the plan does not say
   * @param expressions what its arguments refer to; null if it has none
   * @param forEach what it repeats over; null where that left nothing behind
   * @param waits whether it says what it depends on
   */
  public record Block(
      String providerKey,
      Node.@Nullable Mapping expressions,
      @Nullable ConfiguredExpression forEach,
      boolean waits) {
    /** True if it waits for nothing and refers to nothing. */
    public boolean isUnordered() {
      return !waits && forEach == null && (expressions == null || !refers(expressions));
    }

    private static boolean refers(Node node) {
      if (ConfiguredExpression.isOne(node)) {
        return !ConfiguredExpression.of(node).references().isEmpty();
      }
      return node.asMapping().map(Node.Mapping::members).orElse(List.of()).stream()
              .anyMatch(member -> refers(member.value()))
          || node.asSequence().map(Node.Sequence::items).orElse(List.of()).stream()
              .anyMatch(Block::refers);
    }
  }

  /**
   * A module call.
   *
   * @param inputs the inputs that are set
   */
  public record Call(
      Map<String, ConfiguredExpression> inputs,
      @Nullable ConfiguredExpression forEach,
      ModuleConfig module) {
    public Call {
      inputs = Map.copyOf(inputs);
    }
  }
}
