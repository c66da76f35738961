package io.trailproof.input.terraform.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A module instance, or several of one call where the plan lost which: where the names in an
 * expression mean something.
 *
 * @param path the module instances from the root, {@link #ANY} for a lost key
 * @param call the call that made it; null for the root
 */
public record ModuleScope(
    List<Address.Module> path,
    ModuleConfig config,
    @Nullable ModuleScope parent,
    ModuleConfig.@Nullable Call call) {
  /** The key of a module instance that the plan does not name. */
  public static final String ANY = "[*]";

  public ModuleScope {
    path = List.copyOf(path);
  }

  public static ModuleScope root(ModuleConfig config) {
    return new ModuleScope(List.of(), config, null, null);
  }

  /** The module instance of a call within this one. */
  public Optional<ModuleScope> child(String name, String key) {
    ModuleConfig.Call called = config.calls().get(name);
    if (called == null) {
      return Optional.empty();
    }
    List<Address.Module> inner = new ArrayList<>(path);
    inner.add(new Address.Module(name, key));
    return Optional.of(new ModuleScope(inner, called.module(), this, called));
  }

  /** The module instance at a path from here. */
  public Optional<ModuleScope> descend(List<Address.Module> modules) {
    Optional<ModuleScope> scope = Optional.of(this);
    for (Address.Module module : modules) {
      scope = scope.flatMap(outer -> outer.child(module.name(), module.key()));
    }
    return scope;
  }

  /** The key of this module instance; empty where there is none. */
  public String key() {
    return path.isEmpty() ? "" : path.get(path.size() - 1).key();
  }

  /** True if module instances lie on a path that may have lost some keys. */
  static boolean covers(List<Address.Module> pattern, List<Address.Module> modules) {
    if (pattern.size() != modules.size()) {
      return false;
    }
    for (int i = 0; i < pattern.size(); i++) {
      Address.Module wanted = pattern.get(i);
      Address.Module module = modules.get(i);
      if (!wanted.name().equals(module.name())
          || !(wanted.key().equals(ANY) || wanted.key().equals(module.key()))) {
        return false;
      }
    }
    return true;
  }
}
