package io.trailproof.catalog;

import io.trailproof.catalog.constraint.Leeway;
import io.trailproof.graph.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of files that were read, all of them. */
final class ReadTypes implements KnownTypes {
  private final Map<String, ResourceType> types;
  private final Map<Dialect, Map<String, Binding>> bindings = new EnumMap<>(Dialect.class);
  private final StandIns standIns;
  private final Leeway leeway;

  ReadTypes(Map<String, ResourceType> types, StandIns standIns, Leeway leeway) {
    this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    this.standIns = standIns;
    this.leeway = leeway;
    for (ResourceType type : types.values()) {
      for (Binding binding : type.bindings()) {
        bindings
            .computeIfAbsent(binding.dialect(), any -> new HashMap<>())
            .put(binding.spelling(), binding);
      }
    }
  }

  @Override
  public Optional<ResourceType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  @Override
  public Optional<Binding> spelt(Dialect dialect, String spelling) {
    return Optional.ofNullable(bindings.getOrDefault(dialect, Map.of()).get(spelling));
  }

  @Override
  public Collection<ResourceType> all() {
    return types.values();
  }

  @Override
  public List<List<String>> spaces() {
    Set<ResourceType> ordered = new LinkedHashSet<>();
    types.values().forEach(type -> parentsFirst(type, ordered));
    Set<String> done = new HashSet<>();
    List<List<String>> spaces = new ArrayList<>();
    for (ResourceType type : ordered) {
      if (done.add(type.name())) {
        List<String> space = new ArrayList<>(List.of(type.name()));
        type.identity().map(PhysicalIdentity::shares).orElse(List.of()).stream()
            .filter(done::add)
            .forEach(space::add);
        spaces.add(space);
      }
    }
    return spaces;
  }

  /** Types with an identity, each after those that its identity names. */
  private void parentsFirst(ResourceType type, Set<ResourceType> ordered) {
    if (type.identity().isEmpty() || ordered.contains(type)) {
      return;
    }
    type.identity().get().by().stream()
        .flatMap(name -> type.property(name).stream())
        .flatMap(property -> property.links().stream())
        .filter(link -> !link.equals(type.name()))
        .flatMap(link -> type(link).stream())
        .forEach(parent -> parentsFirst(parent, ordered));
    ordered.add(type);
  }

  @Override
  public StandIns standIns() {
    return standIns;
  }

  @Override
  public Leeway leeway() {
    return leeway;
  }
}
