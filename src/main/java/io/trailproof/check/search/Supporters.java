package io.trailproof.check.search;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.ResourceType;
import io.trailproof.check.search.SupportLinks.Link;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a resource of a path rests on without its being a link: what it names (its role, key,
 * bucket, queue), what names these or it (their policies, a rule that mutes it), what such a policy
 * is attached from, and what holds for a whole account. Only properties count that the catalog
 * knows to name resources; what may be named counts as well.
 *
 * <p>No two of many resources are asked about each other if an index tells that neither names the
 * other, and what was found is not looked for again: a value that tells nothing may name every
 * bucket of a plan, and so may that of each of their policies.
 */
final class Supporters {
  /** So many are sooner asked one by one than looked up. */
  private static final int FEW = 32;

  private final ResourceGraph graph;
  private final ResourceIndex index;
  private final SupportLinks links;
  private final IdentityHashMap<Resource, Integer> places = new IdentityHashMap<>();
  private final Comparator<Resource> order =
      Comparator.comparingInt(one -> places.getOrDefault(one, 0));
  private final List<Resource> everywhere;
  private long asked;

  Supporters(ResourceGraph graph, Catalog catalog, Set<String> linkTypes) {
    this.graph = graph;
    this.index = ResourceIndex.of(graph);
    List<ResourceType> types =
        graph.resources().stream()
            .map(Resource::type)
            .distinct()
            .flatMap(type -> catalog.type(type).stream())
            .toList();
    this.links = new SupportLinks(types, linkTypes);
    graph.resources().forEach(one -> places.put(one, places.size()));
    this.everywhere =
        graph.resources().stream().filter(one -> links.holdsEverywhere(one.type())).toList();
  }

  /** How many pairs were asked whether one names the other. */
  long asked() {
    return asked;
  }

  /** What supports a resource of a link. */
  Set<Resource> of(Resource resource) {
    Found found = new Found();
    Deque<Resource> open = new ArrayDeque<>(List.of(resource));
    while (!open.isEmpty()) {
      open.addAll(found.namedBy(open.remove(), Set.of()));
    }
    Map<String, Set<Resource>> rested = new LinkedHashMap<>();
    found.all.forEach(
        one -> rested.computeIfAbsent(one.type(), any -> new LinkedHashSet<>()).add(one));
    rested.computeIfAbsent(resource.type(), any -> new LinkedHashSet<>()).add(resource);
    Map<Resource, Set<String>> about = referrers(rested);
    everywhere.forEach(one -> about.putIfAbsent(one, Set.of()));
    for (Resource other : about.keySet()) {
      found.add(other);
      found.namedBy(other, about.getOrDefault(other, Set.of()));
    }
    found.all.remove(resource);
    return found.all;
  }

  /** What names one of some resources by their type, in order, with the types that it names. */
  private Map<Resource, Set<String>> referrers(Map<String, Set<Resource>> rested) {
    Map<Resource, Set<String>> about = new TreeMap<>(order);
    rested.forEach(
        (type, some) -> {
          for (Link link : links.to(type)) {
            near(link, some).stream()
                .filter(other -> names(other, link, some))
                .forEach(
                    other -> about.computeIfAbsent(other, any -> new LinkedHashSet<>()).add(type));
          }
        });
    return about;
  }

  private Collection<Resource> near(Link link, Set<Resource> some) {
    if (some.size() > FEW) {
      return graph.ofType(link.holder());
    }
    Set<Resource> near = new LinkedHashSet<>();
    some.forEach(to -> near.addAll(index.possibleReferrers(link.holder(), link.property(), to)));
    return near;
  }

  /** True if a property of a resource may name one of several of a type. */
  private boolean names(Resource from, Link link, Set<Resource> some) {
    Value value = from.property(link.property());
    if (value.isAbsent()) {
      return false;
    }
    if (some.size() > FEW) {
      List<Resource> possible = index.possiblyNamed(link.target(), value);
      if (possible.size() < some.size()) {
        return possible.stream().filter(some::contains).anyMatch(to -> names(from, value, to));
      }
    }
    return some.stream().anyMatch(to -> names(from, value, to));
  }

  private boolean names(Resource from, Value value, Resource to) {
    asked++;
    return !from.id().equals(to.id()) && !graph.namesAny(value, to).isNo();
  }

  /** What was found for one resource, and what is left to be found where that may be much. */
  private final class Found {
    private final Set<Resource> all = new LinkedHashSet<>();
    private final Map<String, Set<Resource>> left = new HashMap<>();

    void add(Resource resource) {
      all.add(resource);
      Set<Resource> others = left.get(resource.type());
      if (others != null) {
        others.remove(resource);
      }
    }

    /** Finds what a resource may name, but for some types; what was found before is left out. */
    Set<Resource> namedBy(Resource from, Set<String> but) {
      Set<Resource> named = new TreeSet<>(order);
      for (Link link : links.from(from.type())) {
        Value value = from.property(link.property());
        if (!value.isAbsent() && !but.contains(link.target())) {
          possible(link.target(), value).stream()
              .filter(to -> !all.contains(to) && names(from, value, to))
              .forEach(named::add);
        }
      }
      named.forEach(this::add);
      return named;
    }

    private Set<Resource> possible(String type, Value value) {
      Set<Resource> others = left.get(type);
      if (others != null && others.size() <= FEW) {
        return others;
      }
      List<Resource> possible = index.possiblyNamed(type, value);
      if (possible.size() <= FEW) {
        return new LinkedHashSet<>(possible);
      }
      if (others == null) {
        others = new LinkedHashSet<>(graph.ofType(type));
        others.removeAll(all);
        left.put(type, others);
      }
      return possible.size() < others.size() ? new LinkedHashSet<>(possible) : others;
    }
  }
}
