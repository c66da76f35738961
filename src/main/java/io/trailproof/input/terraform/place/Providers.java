package io.trailproof.input.terraform.place;

import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Definition;
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
import io.trailproof.input.terraform.reference.SourceEvaluation;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The provider configurations of a plan, and which of them made an instance (section 9). */
public final class Providers {
  private final ModuleScope root;
  private final Constants constants;
  private final SourceEvaluation sources;
  private final Set<String> kept;
  private final TreeMap<String, ProviderConfig> configured = new TreeMap<>();
  private final InheritedProviders inheritance;

  public Providers(PlanDocument plan, PlannedState state, Locals locals, SourceEvaluation sources) {
    this.root = ModuleScope.root(plan.configuration());
    this.constants = new Constants(state, plan.variables(), locals);
    this.kept = kept(plan);
    this.sources = sources.without(ephemeral(plan));
    for (ProviderConfig provider : plan.providers()) {
      configured.put(provider.key(), provider);
    }
    this.inheritance = new InheritedProviders(configured.values());
  }

  /**
   * The variables that may be ephemeral, whose value in a plan is their default whatever they were
   * given: OpenTofu says which are, Terraform has them since 1.10 and does not say (section 18).
   */
  private static Set<String> kept(PlanDocument plan) {
    if (!knowsEphemeral(plan.version())) {
      return Set.of();
    }
    Set<String> kept = new HashSet<>();
    plan.configuration()
        .variables()
        .forEach(
            (name, variable) -> {
              Optional<String> value =
                  Optional.ofNullable(plan.variables().get(name)).flatMap(Node::asString);
              Node.Scalar fallback = variable.fallback();
              if (!variable.typed()
                  && fallback != null
                  && value.orElse(fallback.text()).equals(fallback.text())) {
                kept.add(name);
              }
            });
    return kept;
  }

  /** True from 1.10 on. */
  private static boolean knowsEphemeral(String version) {
    if (!version.startsWith("1.")) {
      return !version.isEmpty() && version.charAt(0) >= '2' && version.charAt(0) <= '9';
    }
    int end = 2;
    while (end < version.length() && version.charAt(end) >= '0' && version.charAt(end) <= '9') {
      end++;
    }
    boolean isTwoDigits = end == 4 && version.charAt(2) != '0' && end < version.length();
    return isTwoDigits || end > 4;
  }

  private static Set<String> ephemeral(PlanDocument plan) {
    Set<String> names = new HashSet<>();
    plan.configuration()
        .variables()
        .forEach(
            (name, variable) -> {
              if (variable.ephemeral()) {
                names.add(name);
              }
            });
    return names;
  }

  /** All of them, in the order of their keys. */
  Collection<ProviderConfig> all() {
    return configured.values();
  }

  /**
   * The key of an instance's provider configuration; empty where the plan does not say, and a key
   * of none where it cannot be told which one it is.
   */
  String key(PlannedInstance live) {
    ModuleConfig.Block block = block(live);
    if (block == null) {
      return "";
    }
    String key = block.providerKey();
    ProviderConfig own = configured.get(key);
    int colon = key.lastIndexOf(':');
    if (own != null && own.expressions() != null && !own.module().isEmpty()) {
      return key;
    }
    // Terraform up to 1.2 wrote a module's own name for a provider that was passed to it, and newer
    // versions do where the name is another than the root's.
    ProviderConfig inherited = colon < 0 ? own : inherited(key.substring(colon + 1), own);
    if (inherited == null) {
      return key;
    }
    if (!inherited.isDefault() || !inheritance.mayBeShadowed()) {
      return inherited.key();
    }
    String module = path(live.address().modules());
    return inheritance.isShadowed(inherited, module)
        ? module + ":" + inherited.name()
        : inherited.key();
  }

  private static String path(List<Address.Module> modules) {
    return modules.stream()
        .map(module -> "module." + module.name())
        .collect(Collectors.joining("."));
  }

  /** The root's configuration of the same source, if there is but one; names may differ. */
  private @Nullable ProviderConfig inherited(String local, @Nullable ProviderConfig own) {
    return inheritance.onlyOf(own == null ? sourceOf(local) : own.source());
  }

  /** What a name means in the root, where the plan does not say what it means in a module. */
  private String sourceOf(String local) {
    ProviderConfig named = configured.get(local);
    return named == null ? "" : named.source();
  }

  /**
   * True if an argument is one for each instance of a provider with {@code for_each}: a plan does
   * not say which instance made a resource (section 18).
   */
  boolean isOneOfSeveral(String key, String... path) {
    Node written = written(key, path);
    return written != null && refersToEach(written);
  }

  /** The Region or account of a resource that one of several instances of a provider makes. */
  static Value oneOfSeveral(String key) {
    return new Value.Unknown(
        "hangs on the instance of provider `" + key + "`, which a plan does not name",
        Origin.NOWHERE);
  }

  private static boolean refersToEach(Node node) {
    return node.match(
        scalar -> scalar.text().startsWith("each."),
        list -> list.items().stream().anyMatch(Providers::refersToEach),
        object ->
            object.members().stream()
                .filter(member -> !member.key().equals("constant_value"))
                .anyMatch(member -> refersToEach(member.value())));
  }

  /** What is written for an argument, in the last of blocks that stand several times. */
  @Nullable Node written(String key, String... path) {
    ProviderConfig provider = configured.get(key);
    Node node = provider == null ? null : provider.expressions();
    for (String step : path) {
      if (node instanceof Node.Sequence blocks && !blocks.items().isEmpty()) {
        node = blocks.items().get(blocks.items().size() - 1); // of roles the last one is taken
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
    return text(constants, sources, key, path);
  }

  private Optional<String> text(Constants known, SourceEvaluation all, String key, String... path) {
    Node node = written(key, path);
    ModuleScope scope = scope(key).orElse(null);
    if (node == null || scope == null) {
      return Optional.empty();
    }
    Attribute written = inSources(key, path).orElse(null);
    return written != null && written.definition() instanceof Definition.Computed
        ? all.text(written, scope)
        : known.text(ConfiguredExpression.of(node), scope);
  }

  private Optional<Attribute> inSources(String key, String... path) {
    String name = key.substring(key.lastIndexOf(':') + 1);
    return path.length == 1
        ? scope(key).flatMap(scope -> sources.ofProvider(scope, name, path[0]))
        : Optional.empty();
  }

  /**
   * True if the text of an argument is that of something referred to, unless the argument is made
   * of it: a plan shows the same of both.
   */
  boolean isTakenAsWritten(String key, String... path) {
    return !references(key, path).isEmpty() && inSources(key, path).isEmpty();
  }

  /** The text of an argument, if it can be told without relying on the default of a variable. */
  Optional<String> certainText(String key, String... path) {
    return text(constants.without(kept), sources.without(kept), key, path);
  }

  /** True if the text of an argument could not be told without the sources. */
  boolean restsOnSources(String key, String... path) {
    Node node = written(key, path);
    boolean computed =
        inSources(key, path)
            .filter(one -> one.definition() instanceof Definition.Computed)
            .isPresent();
    return node != null
        && (computed
            ? text(key, path).isPresent()
            : scope(key)
                .filter(scope -> constants.restsOnSources(ConfiguredExpression.of(node), scope))
                .isPresent());
  }

  private Optional<ModuleScope> scope(String key) {
    return Optional.ofNullable(configured.get(key)).flatMap(this::scope);
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
