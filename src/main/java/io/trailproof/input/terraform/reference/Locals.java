package io.trailproof.input.terraform.reference;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Premise;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.Definition;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.input.terraform.plan.ModuleScope;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.Unknowns;
import io.trailproof.input.terraform.sources.Sources;
import io.trailproof.source.Span;
import java.util.List;
import java.util.Optional;

/** What the sources tell beyond a plan: where a block stands, and what a local is (section 16). */
public final class Locals {
  /** Of a plan without sources. */
  static final Locals NONE = new Locals(Sources.NONE, "");

  private final Sources sources;
  private final String input;

  public Locals(Sources sources, String input) {
    this.sources = sources;
    this.input = input;
  }

  Sources sources() {
    return sources;
  }

  /** Where an instance is written; nowhere if that would show what must not be shown. */
  SourceLocation written(PlannedInstance live) {
    Optional<Block> block =
        sources.resource(names(live.address().modules()), live.address().block());
    boolean secret = Unknowns.any(live.instance().sensitive());
    return SourceLocation.of(block.filter(one -> !(secret && mayShareLines(one))));
  }

  /** True if one line of the block may hold several arguments; in HCL each has its own. */
  private static boolean mayShareLines(Block block) {
    return block.isOneLine() || block.span().file().name().endsWith(".json");
  }

  /** The definition of a local of the module that a scope is an instance of. */
  Optional<Definition> definition(ModuleScope scope, String name) {
    return sources.local(names(scope.path()), name);
  }

  /** True if a function or operator makes an input of a module call. */
  boolean isComputed(ModuleScope parent, ModuleScope called, String input) {
    List<String> path = names(called.path());
    return sources
        .call(names(parent.path()), path.get(path.size() - 1))
        .flatMap(call -> call.body().attribute(input))
        .filter(value -> value.definition() instanceof Definition.Computed)
        .isPresent();
  }

  /** What rests on these sources; nothing if the plan itself holds them. */
  public Optional<Premise> premise() {
    return sources.isPartOfPlan()
        ? Optional.empty()
        : Optional.of(
            new Premise(
                Assumed.SOURCES_OF_PLAN,
                "the sources in " + sources.name() + " are those that it was made from",
                input));
  }

  private static List<String> names(List<Address.Module> modules) {
    return modules.stream().map(Address.Module::name).toList();
  }

  /** Where a definition stands, as {@code file:line}. */
  static String place(Definition definition) {
    Span span = definition.span();
    return span.file().name() + ":" + span.position().line();
  }
}
