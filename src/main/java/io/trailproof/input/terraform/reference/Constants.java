package io.trailproof.input.terraform.reference;

import io.trailproof.document.Node;
import io.trailproof.input.terraform.plan.ConfiguredExpression;
import io.trailproof.input.terraform.plan.DataSources;
import io.trailproof.input.terraform.plan.ModuleConfig;
import io.trailproof.input.terraform.plan.ModuleScope;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import io.trailproof.input.terraform.plan.Traversal;
import io.trailproof.input.terraform.plan.Unknowns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the text of an expression of a provider block: a constant, or the one variable, output,
 * local or helper data source that it is read from (section 9).
 */
public final class Constants {
  private static final int MAX_DEPTH = 60;

  private final PlannedState state;
  private final Map<String, Node> variables;
  private final Locals locals;
  private final Set<String> open;

  public Constants(PlannedState state, Map<String, Node> variables, Locals locals) {
    this(state, variables, locals, Set.of());
  }

  private Constants(
      PlannedState state, Map<String, Node> variables, Locals locals, Set<String> open) {
    this.state = state;
    this.variables = variables;
    this.locals = locals;
    this.open = open;
  }

  /**
   * The same without some root variables.
   *
   * @param names of variables whose values are not to be relied on
   */
  public Constants without(Set<String> names) {
    return new Constants(state, variables, locals, names);
  }

  /** The text, if it can be told. */
  public Optional<String> text(ConfiguredExpression expression, ModuleScope scope) {
    return text(expression, scope, 0);
  }

  private Optional<String> text(ConfiguredExpression expression, ModuleScope scope, int depth) {
    if (expression.references().size() != 1 || depth > MAX_DEPTH) {
      return expression.text();
    }
    Traversal steps = Traversal.parse(expression.references().get(0));
    return switch (steps.step(0)) {
      case "var" -> variable(steps, scope, depth);
      case "module" -> output(steps, scope, depth);
      case "data" -> data(steps, scope);
      case "local" -> local(steps, scope, depth);
      default -> Optional.empty();
    };
  }

  private Optional<String> variable(Traversal steps, ModuleScope scope, int depth) {
    String name = steps.step(1);
    ModuleScope parent = scope.parent();
    ModuleConfig.Call call = scope.call();
    if (parent == null || call == null) {
      if (open.contains(name) || isEphemeral(scope, name)) {
        return Optional.empty(); // what it was given is in no plan, only its default (section 18)
      }
      Node value = variables.get(name);
      return value == null ? fallback(scope, name) : at(value, steps.from(2));
    }
    ConfiguredExpression input = call.inputs().get(name);
    return input == null
        ? fallback(scope, name)
        : steps.size() > 2 ? Optional.empty() : text(input, parent, depth + 1);
  }

  private static boolean isEphemeral(ModuleScope scope, String name) {
    ModuleConfig.Variable variable = scope.config().variables().get(name);
    return variable != null && variable.ephemeral();
  }

  private static Optional<String> fallback(ModuleScope scope, String name) {
    return Optional.ofNullable(scope.config().variables().get(name))
        .flatMap(variable -> Optional.ofNullable(variable.fallback()))
        .filter(scalar -> !scalar.isNull())
        .map(Node.Scalar::text);
  }

  private static Optional<String> at(Node value, Traversal path) {
    Optional<Node> node = Optional.of(value);
    for (String step : path.steps()) {
      node = node.map(outer -> Unknowns.child(outer, step));
    }
    return node.flatMap(Node::asString);
  }

  private Optional<String> output(Traversal steps, ModuleScope scope, int depth) {
    boolean keyed = steps.isIndex(2);
    if (steps.size() != (keyed ? 4 : 3)) {
      return Optional.empty();
    }
    return scope
        .child(steps.step(1), keyed ? steps.step(2) : ModuleScope.ANY)
        .flatMap(
            inner ->
                Optional.ofNullable(inner.config().outputs().get(steps.step(keyed ? 3 : 2)))
                    .flatMap(output -> text(output, inner, depth + 1)));
  }

  /** What the sources define it to be, if that is one literal or one plain reference. */
  private Optional<String> local(Traversal steps, ModuleScope scope, int depth) {
    StaticParts plain =
        locals
            .definition(scope, steps.step(1))
            .map(definition -> StaticParts.of(definition, steps.from(2)))
            .filter(one -> one.isWhole() && !one.isOneOf())
            .orElse(null);
    if (plain == null || plain.literals().size() + plain.references().size() != 1) {
      return Optional.empty();
    }
    if (plain.references().isEmpty()) {
      return Optional.of(plain.literals().get(0).text());
    }
    StaticParts.Onward onward = plain.references().get(0);
    return onward.rest().isEmpty()
        ? text(new ConfiguredExpression(List.of(onward.reference()), null), scope, depth + 1)
        : Optional.empty();
  }

  /** True if a local is on the way to the text of an expression. */
  public boolean restsOnSources(ConfiguredExpression expression, ModuleScope scope) {
    return text(expression, scope).isPresent()
        && new Constants(state, variables, Locals.NONE, open).text(expression, scope).isEmpty();
  }

  private Optional<String> data(Traversal steps, ModuleScope scope) {
    List<PlannedInstance> found =
        DataSources.TYPES.contains(steps.step(1))
            ? state.instances(scope.path(), "data." + steps.step(1) + "." + steps.step(2))
            : List.of();
    boolean keyed = steps.isIndex(3);
    return found.size() == 1 && !keyed
        ? found.get(0).instance().text(steps.step(3))
        : Optional.empty();
  }
}
