package io.trailproof.input.identity;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.PhysicalIdentity;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Equality;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether two resources are one object for AWS, where what tells them apart may be open. */
final class Sameness {
  private final Catalog catalog;
  private final ResourceGraph graph;
  private final Map<ResourceId, ResourceId> standing;

  private final Map<String, List<Property>> byType = new HashMap<>();

  /**
   * What resources are told by, as it is compared; by identity, as the old one of an id differs.
   */
  private final IdentityHashMap<Resource, Map<String, Value>> names = new IdentityHashMap<>();

  private final IdentityHashMap<Resource, Map<String, Value>> lowered = new IdentityHashMap<>();

  Sameness(Catalog catalog, ResourceGraph graph, Map<ResourceId, ResourceId> standing) {
    this.catalog = catalog;
    this.graph = graph;
    this.standing = standing;
  }

  /** True if a resource has a name, and not one that is made for it alone (F219). */
  boolean isTold(Resource resource) {
    return by(resource).stream().allMatch(property -> isTold(resource, property));
  }

  /** What stands in another may share with its neighbours a holder of whatever name. */
  private boolean isTold(Resource resource, Property property) {
    Value value = graph.property(resource, property.name());
    return !value.isAbsent() && (!property.links().isEmpty() || !isGenerated(value));
  }

  private boolean isGenerated(Value value) {
    return value.stream()
        .anyMatch(part -> part instanceof Value.Reference reference && isGenerated(reference));
  }

  /** True of what nobody names, so that it goes by its own reference at most. */
  private boolean isGenerated(Value.Reference reference) {
    return reference.isIdentity()
        && graph
            .find(reference.target())
            .filter(target -> target.existence() == Existence.MANAGED)
            .map(target -> target.property("name"))
            .filter(
                name ->
                    name.isAbsent()
                        || (name instanceof Value.Reference own
                            && own.target().equals(reference.target())))
            .isPresent();
  }

  /** True if part of what tells a resource from others is not known. */
  boolean isOpen(Resource resource) {
    return by(resource).stream().anyMatch(property -> isOpen(resource, property));
  }

  private boolean isOpen(Resource resource, Property property) {
    if (property.links().isEmpty()) {
      return !graph.property(resource, property.name()).isKnown();
    }
    return each(resource, property).stream()
        .anyMatch(one -> !graph.resolve(one).isKnown() && !leadsInside(targets(property, one)));
  }

  /** Whether AWS takes two for one. */
  Truth areOne(Resource a, Resource b) {
    Truth one = Truth.YES;
    boolean tied = false;
    for (Property property : by(a)) {
      if (one.isNo()) {
        return one;
      }
      tied |= !property.links().isEmpty();
      one =
          one.and(
              property.links().isEmpty()
                  ? sameText(a, b, property.name())
                  : sameTarget(a, b, property));
    }
    return tied || one.isNo() ? one : one.and(Place.same(graph, a, b));
  }

  private Truth sameText(Resource a, Resource b, String name) {
    boolean ignoreCase = identity(a).filter(PhysicalIdentity::ignoreCase).isPresent();
    return Equality.of(compared(a, name, ignoreCase), compared(b, name, ignoreCase));
  }

  /** A name as it is held against others, of which there may be many. */
  private Value compared(Resource resource, String name, boolean ignoreCase) {
    return (ignoreCase ? lowered : names)
        .computeIfAbsent(resource, any -> new HashMap<>())
        .computeIfAbsent(
            name,
            any -> {
              Value value = graph.property(resource, name);
              return ignoreCase ? lower(value) : value;
            });
  }

  private static Value lower(Value value) {
    return value instanceof Value.Known known
        ? Value.text(known.text().toLowerCase(Locale.ROOT), known.origin())
        : value.map(Sameness::lower);
  }

  /** One that names several others is one with what names any of them. */
  private Truth sameTarget(Resource a, Resource b, Property property) {
    Truth any = Truth.NO;
    for (Value x : each(a, property)) {
      for (Value y : each(b, property)) {
        any = any.or(sameTarget(x, y, property));
      }
    }
    return any;
  }

  private Truth sameTarget(Value x, Value y, Property property) {
    Map<ResourceId, Resource> these = targets(property, x);
    Map<ResourceId, Resource> those = targets(property, y);
    if (these.keySet().stream().anyMatch(those::containsKey)) {
      return Truth.YES;
    }
    if (leadsInside(these) && leadsInside(those)) {
      return Truth.NO; // they have names of their own to be told by
    }
    Truth any = these.isEmpty() && those.isEmpty() ? graph.same(x, y) : Truth.NO;
    for (Resource target : those.values()) {
      any = any.or(graph.names(x, target));
    }
    for (Resource target : these.values()) {
      any = any.or(graph.names(y, target));
    }
    return any;
  }

  private static boolean leadsInside(Map<ResourceId, Resource> targets) {
    return !targets.isEmpty()
        && targets.values().stream().allMatch(one -> one.existence() != Existence.NAMED);
  }

  private Map<ResourceId, Resource> targets(Property property, Value value) {
    return ResourceIndex.of(graph).named(property.links().get(0), value).stream()
        .collect(
            Collectors.toMap(
                one -> standing.getOrDefault(one.id(), one.id()), one -> one, (one, same) -> one));
  }

  private static List<Value> each(Resource resource, Property property) {
    Value value = resource.property(property.name());
    return value instanceof Value.Items list ? list.items() : List.of(value);
  }

  private Optional<PhysicalIdentity> identity(Resource resource) {
    return catalog.type(resource.type()).flatMap(ResourceType::identity);
  }

  private List<Property> by(Resource resource) {
    return byType.computeIfAbsent(
        resource.type(),
        any -> {
          ResourceType type = catalog.type(resource.type()).orElseThrow();
          return identity(resource).map(PhysicalIdentity::by).orElse(List.of()).stream()
              .flatMap(name -> type.property(name).stream())
              .toList();
        });
  }
}
