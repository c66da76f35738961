package io.trailproof.input.terraform.place;

import io.trailproof.document.Node;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.input.terraform.plan.ConfiguredExpression;
import io.trailproof.input.terraform.plan.ModuleConfig;
import io.trailproof.input.terraform.plan.ModuleScope;
import io.trailproof.input.terraform.plan.PlanDocument;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import io.trailproof.input.terraform.plan.ProviderConfig;
import io.trailproof.input.terraform.reference.Constants;
import io.trailproof.input.terraform.reference.Locals;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The provider configurations of a plan, and which of them made an instance (section 9). */
public final class Providers {
  private final ModuleScope root;
  private final Constants constants;
  private final TreeMap<String, ProviderConfig> configured = new TreeMap<>();

  public Providers(PlanDocument plan, PlannedState state, Locals locals) {
    this.root = ModuleScope.root(plan.configuration());
    this.constants = new Constants(state, plan.variables(), locals);
    for (ProviderConfig provider : plan.providers()) {
      configured.put(provider.key(), provider);
    }
  }

  /** All of them, in the order of their keys. */
  Collection<ProviderConfig> all() {
    return configured.values();
  }

  /** The key of an instance's provider configuration; empty where the plan does not say. */
  String key(PlannedInstance live) {
    ModuleConfig.Block block = block(live);
    if (block == null) {
      return "";
    }
    String key = block.providerKey();
    int colon = key.lastIndexOf(':');
    if (colon < 0 || (configured.containsKey(key) && !isProxy(key))) {
      return key;
    }
    // Terraform up to 1.2 wrote a module's own name for a provider that was passed to it. It is the
    // root's if the root has no other by which it could have been renamed.
    String local = key.substring(colon + 1);
    boolean alone = configured.keySet().stream().filter(Providers::isRootAws).count() == 1;
    return alone && configured.containsKey(local) ? local : key;
  }

  /** True for a module's entry that states nothing, as older versions write for a passed one. */
  private boolean isProxy(String key) {
    ProviderConfig provider = configured.get(key);
    return provider != null && provider.expressions() == null;
  }

  private static boolean isRootAws(String key) {
    return key.equals("aws") || key.startsWith("aws.");
  }

  /** What is written for an argument, through blocks that stand only once. */
  @Nullable Node written(String key, String... path) {
    ProviderConfig provider = configured.get(key);
    Node node = provider == null ? null : provider.expressions();
    for (String step : path) {
      if (node instanceof Node.Sequence blocks && blocks.items().size() == 1) {
        node = blocks.items().get(0);
      }
      node = node instanceof Node.Mapping mapping ? mapping.get(step).orElse(null) : null;
    }
    return node;
  }

  /** The references of an argument. */
  List<String> references(String key, String... path) {
    Node node = written(key, path);
    return node == null ? List.of() : ConfiguredExpression.of(node).references();
  }

  /** The text of an argument, if it can be told. */
  Optional<String> text(String key, String... path) {
    Node node = written(key, path);
    ProviderConfig provider = configured.get(key);
    return node == null || provider == null
        ? Optional.empty()
        : scope(provider).flatMap(scope -> constants.text(ConfiguredExpression.of(node), scope));
  }

  /** True if the text of an argument could not be told without the sources. */
  boolean restsOnSources(String key, String... path) {
    Node node = written(key, path);
    ProviderConfig provider = configured.get(key);
    return node != null
        && provider != null
        && scope(provider)
            .filter(scope -> constants.restsOnSources(ConfiguredExpression.of(node), scope))
            .isPresent();
  }

  private Optional<ModuleScope> scope(ProviderConfig provider) {
    return provider.module().isEmpty()
        ? Optional.of(root)
        // The modules of any block in it.
        : Address.parse(provider.module() + ".any.block")
            .flatMap(inside -> root.descend(inside.modules()));
  }

  /** True if the configuration of an instance sets an argument. */
  boolean sets(PlannedInstance live, String argument) {
    ModuleConfig.Block block = block(live);
    return block != null
        && block.expressions() != null
        && block.expressions().get(argument).isPresent();
  }

  private ModuleConfig.@Nullable Block block(PlannedInstance live) {
    return root.descend(live.address().modules())
        .map(scope -> scope.config().blocks().get(live.address().block()))
        .orElse(null);
  }
}
