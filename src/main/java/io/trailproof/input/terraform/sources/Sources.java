package io.trailproof.input.terraform.sources;

import io.trailproof.graph.PlanSource;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.Definition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the resources and locals of a configuration are written; read as it is asked for. */
public final class Sources {
  /** No sources: nothing is found. */
  public static final Sources NONE = new Sources(null, FileNames.TERRAFORM);

  /** Modules that are read; a module that calls itself has no end. */
  private static final int MODULES = 2_000;

  private static final int DEPTH = 50;

  private final @Nullable SourceTree tree;
  private final Map<List<String>, Optional<ModuleSources>> modules = new HashMap<>();
  private final Map<String, ModuleSources> byLocation = new HashMap<>();

  private final FileNames names;

  private Sources(@Nullable SourceTree tree, FileNames names) {
    this.tree = tree;
    this.names = names;
  }

  /** The sources of a tree, as the program that made the plan reads them. */
  public static Sources of(SourceTree tree, FileNames names) {
    return new Sources(tree.forOnePlan(), names);
  }

  /** What they are, for users. */
  public String name() {
    return tree == null ? "" : tree.name();
  }

  /** What led to them. */
  public PlanSource.From from() {
    return tree == null ? PlanSource.From.NOWHERE : tree.from();
  }

  /** True if these are certainly the sources that the plan was made from. */
  public boolean isPartOfPlan() {
    return tree != null && tree.isPartOfPlan();
  }

  /** True if the user named them. */
  public boolean isNamed() {
    return tree != null && tree.isNamed();
  }

  /**
   * The block of a resource or data source.
   *
   * @param path the names of the module calls that lead to its module
   */
  public Optional<Block> resource(List<String> path, String block) {
    return module(path).map(module -> module.resources().get(block));
  }

  /** The block of a module call. */
  public Optional<Block> call(List<String> path, String name) {
    return module(path).map(module -> module.calls().get(name));
  }

  /**
   * The block of a variable, an output or a provider configuration.
   *
   * @param name its type and its name, a provider's alias behind it
   */
  public Optional<Block> other(List<String> path, String name) {
    return module(path).map(module -> module.others().get(name));
  }

  /** A local as an argument. */
  public Optional<Attribute> localArgument(List<String> path, String name) {
    return module(path).map(module -> module.locals().get(name));
  }

  /** The definition of a local. */
  public Optional<Definition> local(List<String> path, String name) {
    return module(path).map(module -> module.locals().get(name)).map(Attribute::definition);
  }

  private Optional<ModuleSources> module(List<String> path) {
    Optional<ModuleSources> known = modules.get(path);
    if (known == null) {
      known = modules.size() < MODULES && path.size() <= DEPTH ? read(path) : Optional.empty();
      modules.put(List.copyOf(path), known);
    }
    return known;
  }

  private Optional<ModuleSources> read(List<String> path) {
    SourceTree from = tree;
    if (from == null) {
      return Optional.empty();
    }
    if (path.isEmpty()) {
      return Optional.of(at(from, SourceTree.ROOT));
    }
    String call = path.get(path.size() - 1);
    Optional<ModuleSources> caller = module(path.subList(0, path.size() - 1));
    Optional<Block> block = caller.map(module -> module.calls().get(call));
    return block
        .flatMap(written -> from.called(caller.orElseThrow().location(), call, source(written)))
        .map(location -> at(from, location));
  }

  private ModuleSources at(SourceTree from, String location) {
    return byLocation.computeIfAbsent(location, any -> ModuleSources.read(from, any, names));
  }

  private static Optional<String> source(Block call) {
    return call.body()
        .attribute("source")
        .map(Attribute::definition)
        .flatMap(
            source ->
                source instanceof Definition.Literal literal
                    ? Optional.of(literal.text())
                    : Optional.empty());
  }
}
