package io.trailproof.input.identity;

import io.trailproof.catalog.ArnShape;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.PhysicalIdentity;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what has one name for AWS, by the identities of the catalog. What is not known is the same
 * as nothing (F219).
 */
final class Identities {
  private final Catalog catalog;
  private final ResourceGraph graph;
  private final Map<ResourceId, ResourceId> standing;

  /**
   * Identities in a graph.
   *
   * @param standing what is one object with another already; grows while parents are settled before
   *     their children
   */
  Identities(Catalog catalog, ResourceGraph graph, Map<ResourceId, ResourceId> standing) {
    this.catalog = catalog;
    this.graph = graph;
    this.standing = standing;
  }

  /**
   * What has one name.
   *
   * @param live those that are there in the end
   * @param removals those that are deleted
   */
  record Namesakes(List<Resource> live, List<Removal> removals) {
    Namesakes() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    boolean areSeveral() {
      return !live.isEmpty() && live.size() + removals.size() > 1;
    }
  }

  /** Groups of namesakes of some types, several in each, wherever they are. */
  Collection<Namesakes> of(List<Resource> live, List<Removal> removals) {
    Map<Object, Namesakes> roughly = new LinkedHashMap<>();
    live.forEach(one -> into(roughly, ownKeys(one)).live().add(one));
    removals.forEach(one -> into(roughly, ownKeys(one.was())).removals().add(one));
    roughly.remove(NAMELESS);
    Map<Object, Namesakes> exactly = new LinkedHashMap<>();
    for (Namesakes some : roughly.values()) {
      if (some.areSeveral()) {
        some.live().forEach(one -> keys(one).forEach(key -> into(exactly, key).live().add(one)));
        some.removals()
            .forEach(one -> keys(one.was()).forEach(key -> into(exactly, key).removals().add(one)));
      }
    }
    return exactly.values().stream().filter(Namesakes::areSeveral).toList();
  }

  private static final Object NAMELESS = new Object();

  private static Namesakes into(Map<Object, Namesakes> groups, Object key) {
    return groups.computeIfAbsent(key, any -> new Namesakes());
  }

  /** A key of the properties that name no other resource. */
  Object ownKeys(Resource resource) {
    List<Object> keys = new ArrayList<>();
    ResourceType type = type(resource);
    for (Property property : by(type)) {
      if (property.links().isEmpty()) {
        Optional<String> key = key(type, graph.property(resource, property.name()));
        if (key.isEmpty()) {
          return NAMELESS;
        }
        keys.add(key.get());
      }
    }
    return keys;
  }

  private Optional<String> key(ResourceType type, Value value) {
    boolean ignoreCase = type.identity().filter(PhysicalIdentity::ignoreCase).isPresent();
    if (value.isAbsent()) {
      return Optional.empty();
    }
    return graph.key(
        ignoreCase
            ? value
                .asText()
                .<Value>map(text -> Value.text(text.toLowerCase(Locale.ROOT), value.origin()))
                .orElse(value)
            : value);
  }

  /** The keys of a resource: one that names several others has one for each. */
  private List<List<Object>> keys(Resource resource) {
    List<List<Object>> keys = List.of(List.of(ownKeys(resource)));
    for (Property property : by(type(resource))) {
      if (!property.links().isEmpty()) {
        List<List<Object>> longer = new ArrayList<>();
        for (Object linked : linked(resource, property)) {
          for (List<Object> key : keys) {
            List<Object> more = new ArrayList<>(key);
            more.add(linked);
            longer.add(more);
          }
        }
        keys = longer;
      }
    }
    return keys;
  }

  /** How many others a resource names that it is told by. */
  boolean namesSeveral(Resource resource) {
    return keys(resource).size() > 1;
  }

  private Set<Object> linked(Resource resource, Property property) {
    Value value = resource.property(property.name());
    List<Value> each = value instanceof Value.Items list ? list.items() : List.of(value);
    Set<Object> linked = new LinkedHashSet<>();
    for (Value one : each) {
      Set<ResourceId> targets = new LinkedHashSet<>();
      for (Resource target : ResourceIndex.of(graph).named(property.links().get(0), one)) {
        if (one instanceof Value.Reference || near(target, resource) != Truth.NO) {
          targets.add(standing.getOrDefault(target.id(), target.id()));
        }
      }
      if (targets.size() == 1) {
        linked.addAll(targets);
      } else if (!one.isAbsent()) {
        List<Optional<String>> text = new ArrayList<>(placeKey(resource));
        text.add(graph.key(one));
        linked.add(text.stream().allMatch(Optional::isPresent) ? text : new Object());
      }
    }
    return linked;
  }

  /** Namesakes that are in one place, since they name the same or by their Region and account. */
  Collection<List<Resource>> together(Namesakes namesakes) {
    Map<Object, List<Resource>> together = new LinkedHashMap<>();
    for (Resource one : namesakes.live()) {
      List<Optional<String>> place = isTiedByLink(one) ? List.of() : placeKey(one);
      Object key = place.stream().allMatch(Optional::isPresent) ? place : one.id();
      together.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
    }
    return together.values();
  }

  /** Whether two namesakes are in one place. */
  Truth inOnePlace(Resource a, Resource b) {
    return isTiedByLink(a) ? Truth.YES : near(a, b);
  }

  /** True if a resource is where another is that it is told by. */
  boolean isTiedByLink(Resource resource) {
    return by(type(resource)).stream().anyMatch(property -> !property.links().isEmpty());
  }

  private List<Optional<String>> placeKey(Resource resource) {
    Optional<String> account = graph.key(resource.place().account());
    return isGlobal(type(resource))
        ? List.of(account)
        : List.of(account, graph.key(resource.place().region()));
  }

  /** Whether two resources are in one account and, where that matters to the first, one Region. */
  Truth near(Resource a, Resource b) {
    Truth account = graph.same(a.place().account(), b.place().account());
    return isGlobal(type(a))
        ? account
        : account.and(graph.same(a.place().region(), b.place().region()));
  }

  private static boolean isGlobal(ResourceType type) {
    return type.arn().map(ArnShape::parts).filter(parts -> !parts.contains("region")).isPresent();
  }

  private ResourceType type(Resource resource) {
    return catalog.type(resource.type()).orElseThrow();
  }

  private final Map<String, List<Property>> properties = new HashMap<>();

  private List<Property> by(ResourceType type) {
    return properties.computeIfAbsent(
        type.name(),
        any ->
            type.identity().map(PhysicalIdentity::by).orElse(List.of()).stream()
                .flatMap(name -> type.property(name).stream())
                .toList());
  }
}
