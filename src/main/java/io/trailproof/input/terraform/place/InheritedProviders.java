package io.trailproof.input.terraform.place;

import io.trailproof.input.terraform.plan.ProviderConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What modules have of the root's provider configurations, found without asking each of them. */
final class InheritedProviders {
  /** Those of the root, by source. */
  private final Map<String, List<ProviderConfig>> ofRoot = new HashMap<>();

  /** The names under which modules configure a source by default, by module and source. */
  private final Map<String, Map<String, Set<String>>> defaults = new HashMap<>();

  InheritedProviders(Collection<ProviderConfig> configured) {
    for (ProviderConfig one : configured) {
      if (one.module().isEmpty()) {
        ofRoot.computeIfAbsent(one.source(), any -> new ArrayList<>()).add(one);
      } else if (one.isDefault() && one.expressions() != null) {
        defaults
            .computeIfAbsent(one.module(), any -> new HashMap<>())
            .computeIfAbsent(one.source(), any -> new HashSet<>())
            .add(one.name());
      }
    }
  }

  /** The root's configuration of a source, if there is but one. */
  @Nullable ProviderConfig onlyOf(String source) {
    List<ProviderConfig> alike = ofRoot.getOrDefault(source, List.of());
    return alike.size() == 1 ? alike.get(0) : null;
  }

  /** False if no module configures anything by default, as most do not. */
  boolean mayBeShadowed() {
    return !defaults.isEmpty();
  }

  /**
   * True if a module on the way to another configures the same source under another name: what is
   * inherited there is that, although the plan names the root's (section 18).
   *
   * @param module the way to the other, itself included: {@code module.a.module.b}
   */
  boolean isShadowed(ProviderConfig root, String module) {
    int end = module.indexOf('.');
    while (end > 0) {
      Set<String> names =
          defaults
              .getOrDefault(module.substring(0, end), Map.of())
              .getOrDefault(root.source(), Set.of());
      if (names.stream().anyMatch(name -> !name.equals(root.name()))) {
        return true;
      }
      int dot = module.indexOf('.', end + 1);
      end = end == module.length() ? -1 : dot < 0 ? module.length() : dot;
    }
    return false;
  }
}
