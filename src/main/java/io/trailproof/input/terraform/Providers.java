package io.trailproof.input.terraform;

import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Value;
import io.trailproof.input.ReadSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says where instances live, which a plan states nowhere (section 9). */
final class Providers {
  /** Types whose {@code arn} names another resource. */
  private static final Set<String> FOREIGN_ARN = Set.of("aws_cloudwatch_event_target");

  private final World world;
  private final PlanDocument plan;
  private final ReadSettings settings;
  private final String input;
  private final Constants constants;
  private final Map<String, ProviderConfig> configured = new TreeMap<>();
  private final Map<String, Set<String>> regionsSeen = new HashMap<>();
  private final Map<String, Set<String>> accountsSeen = new HashMap<>();
  private final Set<String> allAccounts = new TreeSet<>();
  private final Map<String, String> firstKeyOfCredentials = new HashMap<>();

  Providers(World world, PlanDocument plan, ReadSettings settings, String input) {
    this.world = world;
    this.plan = plan;
    this.settings = settings;
    this.input = input;
    this.constants = new Constants(world, plan.variables());
    for (ProviderConfig provider : plan.providers()) {
      configured.put(provider.key(), provider);
    }
    for (ProviderConfig provider : configured.values()) {
      firstKeyOfCredentials.putIfAbsent(credentials(provider), provider.key());
    }
    world.all().forEach(this::collect);
  }

  /** Takes an instance as evidence of where its provider works. */
  private void collect(Live live) {
    ownAccount(live).ifPresent(allAccounts::add);
    String key = key(live);
    if (key.isEmpty()) {
      return;
    }
    String helped = live.instance().type();
    Optional<String> region =
        helped.equals(Helpers.REGION) ? helperRegion(live) : ownRegion(live, false);
    region.ifPresent(r -> regionsSeen.computeIfAbsent(key, k -> new TreeSet<>()).add(r));
    Optional<String> account =
        helped.equals(Helpers.IDENTITY) ? live.instance().text("account_id") : ownAccount(live);
    account.ifPresent(
        a -> accountsSeen.computeIfAbsent(credentials(key), k -> new TreeSet<>()).add(a));
  }

  Place place(Live live) {
    return new Place(region(live), account(live));
  }

  private Value region(Live live) {
    String key = key(live);
    Optional<String> region =
        ownRegion(live, true)
            .or(() -> statedRegion(key))
            .or(() -> only(regionsSeen.get(key)))
            .or(() -> fromLogGroup(live).flatMap(group -> ownRegion(group, true)))
            .or(settings::region);
    if (live.isUnknown(new Traversal(List.of("region")))) {
      region = Optional.empty();
    }
    String name = key.isEmpty() ? live.address().text() : "provider `" + key + "`";
    return region
        .<Value>map(text -> Value.text(text, Origin.NOWHERE))
        .orElseGet(() -> new Value.Symbol("Region of " + name, input, Origin.NOWHERE));
  }

  private Value account(Live live) {
    String key = key(live);
    String credentials = credentials(key);
    Optional<String> account =
        ownAccount(live)
            .or(() -> only(accountsSeen.get(credentials)))
            .or(() -> assumedAccount(key))
            .or(() -> fromLogGroup(live).flatMap(Providers.this::ownAccount))
            .or(() -> key.isEmpty() ? only(allAccounts) : Optional.empty())
            .or(settings::account);
    String first = firstKeyOfCredentials.getOrDefault(credentials, key);
    String name = first.isEmpty() ? "this file" : "provider `" + first + "`";
    return account
        .<Value>map(text -> Value.text(text, Origin.NOWHERE))
        .orElseGet(() -> new Value.Symbol("account of " + name, input, Origin.NOWHERE));
  }

  /**
   * Provider 6 states the Region; an applied trail its home; else the instance's own ARN tells,
   * which is its own only if the configuration does not set it.
   */
  private Optional<String> ownRegion(Live live, boolean stated) {
    Instance instance = live.instance();
    Optional<String> region =
        stated && !instance.type().equals(Helpers.REGION)
            ? instance.text("region").filter(Arn::isRegion)
            : Optional.empty();
    return region
        .or(() -> instance.text("home_region"))
        .or(() -> ownArn(live).flatMap(Arn::region));
  }

  private Optional<String> ownAccount(Live live) {
    return ownArn(live).flatMap(Arn::account);
  }

  private Optional<String> ownArn(Live live) {
    ModuleConfig.Block block = block(live);
    boolean argument =
        block != null && block.expressions() != null && block.expressions().get("arn").isPresent();
    return argument || FOREIGN_ARN.contains(live.instance().type())
        ? Optional.empty()
        : live.instance().text("arn");
  }

  private static Optional<String> helperRegion(Live live) {
    Instance instance = live.instance();
    return instance
        .text("region")
        .or(() -> instance.text("name"))
        .or(() -> instance.text("id"))
        .filter(Arn::isRegion);
  }

  /** What the provider configuration says. */
  private Optional<String> statedRegion(String key) {
    return argument(key, "region").filter(Arn::isRegion);
  }

  private Optional<String> assumedAccount(String key) {
    return argument(key, "assume_role", "role_arn").flatMap(Arn::account);
  }

  private Optional<String> argument(String key, String... path) {
    ProviderConfig provider = configured.get(key);
    if (provider == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(expression(provider, path))
        .flatMap(written -> scope(provider).flatMap(scope -> constants.text(written, scope)));
  }

  private static @Nullable Expression expression(ProviderConfig provider, String... path) {
    Node node = provider.expressions();
    for (String step : path) {
      if (node instanceof Node.Sequence blocks && blocks.items().size() == 1) {
        node = blocks.items().get(0);
      }
      node = node instanceof Node.Mapping mapping ? mapping.get(step).orElse(null) : null;
    }
    return node == null ? null : Expression.of(node);
  }

  private Optional<Scope> scope(ProviderConfig provider) {
    Scope root = Scope.root(plan.configuration());
    if (provider.module().isEmpty()) {
      return Optional.of(root);
    }
    // The address of a module is that of any block in it.
    return Address.parse(provider.module() + ".any.block")
        .flatMap(inside -> root.descend(inside.modules()));
  }

  /**
   * What decides the account: equal credentials are one account, and providers that state none
   * share those of the environment.
   */
  private String credentials(String key) {
    ProviderConfig provider = configured.get(key);
    return provider == null ? "" : credentials(provider);
  }

  private String credentials(ProviderConfig provider) {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("access_key", "profile")) {
      all.append(credential(provider, name));
    }
    all.append(credential(provider, "assume_role", "role_arn"));
    all.append(credential(provider, "assume_role_with_web_identity", "role_arn"));
    return all.toString();
  }

  private String credential(ProviderConfig provider, String... path) {
    Expression written = expression(provider, path);
    if (written == null) {
      return "";
    }
    String name = String.join(".", path) + "=";
    return name
        + argument(provider.key(), path).orElseGet(() -> provider.module() + written.references())
        + ";";
  }

  /** The key of an instance's provider configuration; empty where the plan does not say. */
  private String key(Live live) {
    ModuleConfig.Block block = block(live);
    if (block == null || block.providerKey().isEmpty()) {
      return "";
    }
    String key = block.providerKey();
    if (configured.containsKey(key) && !isProxy(key)) {
      return key;
    }
    // Terraform up to 1.2 wrote a module's own name for a provider that was passed to it. It is the
    // root's if that has no other by which it could have been renamed.
    String local = key.substring(key.lastIndexOf(':') + 1);
    long ofRoot = configured.keySet().stream().filter(k -> k.indexOf(':') < 0).count();
    boolean aws = configured.keySet().stream().filter(Providers::isRootAws).count() == 1;
    return key.indexOf(':') >= 0 && ofRoot > 0 && aws && configured.containsKey(local)
        ? local
        : key;
  }

  /** True for a module's entry that states nothing, as older versions write for a passed one. */
  private boolean isProxy(String key) {
    ProviderConfig provider = configured.get(key);
    return key.indexOf(':') >= 0 && provider != null && provider.expressions() == null;
  }

  private static boolean isRootAws(String key) {
    return key.equals("aws") || key.startsWith("aws.");
  }

  private ModuleConfig.@Nullable Block block(Live live) {
    return Scope.root(plan.configuration())
        .descend(live.address().modules())
        .map(scope -> scope.config().blocks().get(live.address().block()))
        .orElse(null);
  }

  /** A filter has no ARN; it lives where the log group that it names does. */
  private Optional<Live> fromLogGroup(Live live) {
    Optional<String> name = live.instance().text("log_group_name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Live found = null;
    for (Live group : world.all()) {
      if (group.instance().type().equals("aws_cloudwatch_log_group")
          && group.instance().text("name").equals(name)) {
        if (found != null) {
          return Optional.empty();
        }
        found = group;
      }
    }
    return Optional.ofNullable(found);
  }

  private static Optional<String> only(@Nullable Set<String> seen) {
    return seen != null && seen.size() == 1
        ? Optional.of(seen.iterator().next())
        : Optional.empty();
  }
}
