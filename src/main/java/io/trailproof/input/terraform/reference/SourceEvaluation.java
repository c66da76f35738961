package io.trailproof.input.terraform.reference;

import io.trailproof.catalog.Catalog;
import io.trailproof.document.Node;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.expression.Datum;
import io.trailproof.input.terraform.expression.Expression;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.input.terraform.plan.ModuleScope;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import io.trailproof.input.terraform.sources.Sources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works expressions out that the sources hold, with what the plan knows of resources and variables.
 */
public final class SourceEvaluation {
  private final Sources sources;
  private final Map<String, Node> variables;
  private final PlannedState state;
  private final LiveData live;

  SourceEvaluation(
      Sources sources,
      PlannedState state,
      Map<String, Node> variables,
      Catalog catalog,
      String input,
      Function<PlannedInstance, Value.Fields> documents) {
    this.sources = sources;
    this.variables = variables;
    this.state = state;
    this.live = new LiveData(state, catalog, input, documents);
  }

  private SourceEvaluation(
      Sources sources, PlannedState state, Map<String, Node> variables, LiveData live) {
    this.sources = sources;
    this.state = state;
    this.variables = variables;
    this.live = live;
  }

  Sources sources() {
    return sources;
  }

  Map<String, Node> variables() {
    return variables;
  }

  PlannedState state() {
    return state;
  }

  LiveData live() {
    return live;
  }

  /** What an argument of a resource comes to. */
  Datum argument(Expression expression, EvaluationContext context, Address address) {
    Block block = sources.resource(names(context.scope().path()), address.block()).orElse(null);
    return expression.in(
        new SourceNames(this, new Budget(), context.scope(), context.key(), block));
  }

  /** The same without some root variables, whose values are not to be relied on. */
  public SourceEvaluation without(Set<String> open) {
    Map<String, Node> others = new HashMap<>(variables);
    others.keySet().removeAll(open);
    return new SourceEvaluation(sources, state, others, live);
  }

  /** An argument of a provider configuration of a module, as it is written. */
  public Optional<Attribute> ofProvider(ModuleScope scope, String name, String argument) {
    return sources
        .other(names(scope.path()), "provider." + name)
        .flatMap(block -> block.body().attribute(argument));
  }

  /** The text of an argument of a module, if it can be told. */
  public Optional<String> text(Attribute argument, ModuleScope scope) {
    return argument.expression().in(new SourceNames(this, new Budget(), scope, "", null)).text();
  }

  static List<String> names(List<Address.Module> path) {
    return path.stream().map(Address.Module::name).toList();
  }

  /** How much may be worked out for one value. */
  static final class Budget {
    private static final int STEPS = 20_000;
    private static final int DEPTH = 60;

    private int steps;
    private int depth;

    boolean take() {
      return ++steps < STEPS;
    }

    /** What is found one name further, unless that is one too many. */
    Datum deeper(@Nullable Expression expression, SourceNames names) {
      if (expression == null || depth > DEPTH) {
        return new Datum.Open("it is not in the sources");
      }
      depth++;
      Datum datum = expression.in(names);
      depth--;
      return datum;
    }
  }
}
