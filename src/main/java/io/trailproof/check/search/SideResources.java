package io.trailproof.check.search;

import io.trailproof.graph.Premise;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What belongs to the resources of a path without being a link: policies, keys, roles and whatever
 * else names one of them or is named by one, be it in steps; and what names nothing at all, since
 * it may hold for everything. Other resources of the links do not belong to a path, but what the
 * end of it names is what receives.
 */
final class SideResources {
  private final ResourceGraph graph;
  private final Set<String> linkTypes;
  private final List<Resource> candidates;
  private final Set<String> types = new LinkedHashSet<>();
  private final Map<String, Set<ResourceId>> byText = new HashMap<>();
  private final Map<ResourceId, Resource> beside = new LinkedHashMap<>();
  private final Map<ResourceId, List<Resource>> referrers = new HashMap<>();
  private final Set<ResourceId> found = new LinkedHashSet<>();
  private final Deque<Resource> open = new ArrayDeque<>();

  SideResources(ResourceGraph graph, Set<String> linkTypes) {
    this.graph = graph;
    this.linkTypes = linkTypes;
    this.candidates =
        Stream.concat(graph.resources().stream(), graph.premises().absent().stream()).toList();
  }

  /**
   * The resources and their surroundings, those included that are not there but could be.
   *
   * @param ends those at the ends of the paths
   */
  Set<ResourceId> of(Collection<Resource> path, Collection<Resource> ends) {
    path.forEach(this::add);
    for (Resource candidate : candidates) {
      types.add(candidate.type());
      if (!linkTypes.contains(candidate.type())) {
        beside.put(candidate.id(), candidate);
      }
    }
    for (Resource end : ends) {
      named(end).forEach(id -> graph.find(id).ifPresent(this::add));
    }
    if (beside.keySet().stream().anyMatch(this::restsOnMore)) {
      addBeside();
    }
    return found;
  }

  /** True if it would matter that a resource belongs to the path. */
  private boolean restsOnMore(ResourceId id) {
    return graph.premises().of(id).stream()
        .anyMatch(premise -> premise.reach() == Premise.Reach.PROOF);
  }

  private void addBeside() {
    for (Resource candidate : beside.values()) {
      Set<ResourceId> named = named(candidate);
      named.forEach(id -> referrers.computeIfAbsent(id, any -> new ArrayList<>()).add(candidate));
      if (named.isEmpty() && candidate.property("arn").isAbsent()) {
        add(candidate); // nothing names it and it names nothing: an account's policy
      }
    }
    while (!open.isEmpty()) {
      Resource one = open.remove();
      referrers.getOrDefault(one.id(), List.of()).forEach(this::add);
      for (ResourceId id : named(one)) {
        Resource other = beside.get(id);
        if (other != null) {
          add(other);
        }
      }
    }
  }

  private void add(Resource resource) {
    if (found.add(resource.id())) {
      open.add(resource);
    }
  }

  /** The other resources that something in a resource names for certain. */
  private Set<ResourceId> named(Resource from) {
    Set<ResourceId> named = new LinkedHashSet<>();
    from.properties().values().stream()
        .flatMap(Value::stream)
        .forEach(part -> named.addAll(named(part)));
    named.remove(from.id());
    return named;
  }

  private Set<ResourceId> named(Value leaf) {
    if (leaf instanceof Value.Known known) {
      return known.value() instanceof String text
          ? byText.computeIfAbsent(text, any -> find(leaf))
          : Set.of();
    }
    if (leaf instanceof Value.Reference reference) {
      return graph.find(reference.target()).isPresent() ? Set.of(reference.target()) : find(leaf);
    }
    return leaf instanceof Value.Template ? find(leaf) : Set.of();
  }

  private Set<ResourceId> find(Value leaf) {
    Set<ResourceId> named = new LinkedHashSet<>();
    for (String type : types) {
      ResourceIndex.of(graph).named(type, leaf).forEach(resource -> named.add(resource.id()));
    }
    return named;
  }
}
