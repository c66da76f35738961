package io.trailproof.input.terraform.reference;

import io.trailproof.document.Node;
import io.trailproof.input.terraform.plan.ConfiguredExpression;
import io.trailproof.input.terraform.plan.ModuleConfig;
import io.trailproof.input.terraform.plan.ModuleScope;
import io.trailproof.input.terraform.plan.Traversal;
import io.trailproof.input.terraform.plan.Unknowns;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which instance of a thing an index beside it means, of which a plan holds the references only.
 */
final class InstanceKeys {
  private static final int MAX_DEPTH = 60;

  private final Map<String, Node> variables;

  /**
   * @param variables the values of the root module's variables
   */
  InstanceKeys(Map<String, Node> variables) {
    this.variables = variables;
  }

  /**
   * The key of the instance that is taken; empty if the references do not tell it. Something else
   * that is referred to may have been looked up by the key.
   */
  Optional<String> beside(ConfiguredExpression expression, EvaluationContext context) {
    String key = context.key();
    boolean looksUp =
        expression.references().stream()
            .anyMatch(one -> one.startsWith("var.") || one.startsWith("local."));
    if (!expression.isIndexed() || key.isEmpty() || looksUp) {
      return Optional.empty();
    }
    return expression.references().contains("each.value") ? valueOf(context) : Optional.of(key);
  }

  /** What {@code each.value} is, written as an index: the key of a set, else what a map holds. */
  private Optional<String> valueOf(EvaluationContext context) {
    ConfiguredExpression forEach = context.forEach();
    if (forEach == null || forEach.references().size() != 1) {
      return Optional.empty();
    }
    Node all = value(forEach.references().get(0), context.scope(), 0);
    if (all instanceof Node.Sequence) {
      return Optional.of(context.key());
    }
    return all == null
        ? Optional.empty()
        : Optional.ofNullable(Unknowns.child(all, context.key()))
            .flatMap(Node::asString)
            .map(text -> "[\"" + text + "\"]");
  }

  /** The value of a root variable, perhaps handed on to a module by its name alone. */
  private @Nullable Node value(String reference, ModuleScope scope, int depth) {
    Traversal steps = Traversal.parse(reference);
    if (!steps.step(0).equals("var") || depth > MAX_DEPTH) {
      return null;
    }
    ModuleScope parent = scope.parent();
    ModuleConfig.Call call = scope.call();
    if (parent == null || call == null) {
      Node node = variables.get(steps.step(1));
      for (String step : steps.from(2).steps()) {
        node = node == null ? null : Unknowns.child(node, step);
      }
      return node;
    }
    ConfiguredExpression input = call.inputs().get(steps.step(1));
    return input != null && input.references().size() == 1 && steps.size() == 2
        ? value(input.references().get(0), parent, depth + 1)
        : null;
  }
}
