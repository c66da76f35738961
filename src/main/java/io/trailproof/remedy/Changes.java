package io.trailproof.remedy;

import io.trailproof.catalog.ApiLimits;
import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Property;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Refusal;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes changes to resources in memory. */
public final class Changes {
  private final Catalog catalog;

  /** Changes by the spellings of a catalog. */
  public Changes(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The resources after some changes. */
  public List<Resource> applied(List<Resource> resources, List<Alteration> changes) {
    Map<ResourceId, Resource> all = new LinkedHashMap<>();
    resources.forEach(one -> all.put(one.id(), one));
    for (Alteration change : changes) {
      if (change instanceof Alteration.Add add) {
        made(add, all.get(add.beside())).forEach(one -> all.put(one.id(), one));
      } else {
        Resource changed = all.get(change.resource());
        if (changed != null) {
          all.put(changed.id(), changed(changed, change));
        }
      }
    }
    return new ArrayList<>(all.values());
  }

  private Resource changed(Resource resource, Alteration change) {
    if (change instanceof Alteration.Set set) {
      return judged(resource.setting(set.property(), set.value()));
    }
    String property = ((Alteration.Unset) change).property();
    return judged(resource.setting(property, byDefault(resource, property)));
  }

  /** What AWS has against the values of a plan is asked anew; templates are read again for it. */
  private Resource judged(Resource changed) {
    String address = changed.address();
    String own = address.substring(FreshNames.module(address).length());
    return changed.dialect() != Dialect.TERRAFORM
        ? changed
        : catalog
            .terraform(own.substring(0, Math.max(0, own.indexOf('.'))))
            .filter(binding -> binding.type().name().equals(changed.type()))
            .map(binding -> ApiLimits.marked(Refusal.unmarked(changed), binding, catalog.leeway()))
            .orElse(changed);
  }

  private Value byDefault(Resource resource, String property) {
    return catalog
        .type(resource.type())
        .flatMap(type -> type.property(property))
        .map(Property::defaults)
        .flatMap(defaults -> Optional.ofNullable(defaults.get(resource.dialect())))
        .orElseGet(() -> new Value.Absent(Origin.NOWHERE));
  }

  private List<Resource> made(
      Alteration.Add add, @org.jspecify.annotations.Nullable Resource beside) {
    if (beside == null) {
      return List.of();
    }
    return binding(add.type(), beside.dialect())
        .map(
            binding ->
                binding.resources(
                    add.resource(),
                    binding.written(add.properties()),
                    beside.place(),
                    Existence.MANAGED,
                    null))
        .orElse(List.of());
  }

  /** How a type is written in a format. */
  Optional<Binding> binding(String type, Dialect dialect) {
    return catalog
        .type(type)
        .flatMap(
            one ->
                one.bindings().stream()
                    .filter(binding -> binding.dialect() == dialect)
                    .findFirst());
  }
}
