package io.trailproof.check.search;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.JoinKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The resources of a link by the keys of one condition that joins them to the link before. */
final class JoinIndex {
  private final ResourceGraph graph;
  private final JoinKeys keys;
  private final List<Resource> resources;
  private final Map<Object, List<Integer>> byKey = new HashMap<>();
  private final List<Integer> keyless = new ArrayList<>();

  JoinIndex(ResourceGraph graph, JoinKeys keys, List<Resource> resources) {
    this.graph = graph;
    this.keys = keys;
    this.resources = resources;
    for (int i = 0; i < resources.size(); i++) {
      Optional<Set<Object>> own = keys.ofResource(graph, resources.get(i));
      if (own.isEmpty()) {
        keyless.add(i);
      } else {
        for (Object key : own.get()) {
          byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
        }
      }
    }
  }

  /** How many the condition may join to a resource, or a little less. */
  int count(Resource previous) {
    Optional<Set<Object>> wanted = keys.ofPrevious(graph, previous);
    if (wanted.isEmpty()) {
      return resources.size();
    }
    int most = keyless.size();
    for (Object key : wanted.get()) {
      most = Math.max(most, byKey.getOrDefault(key, List.of()).size());
    }
    return most;
  }

  /** All that the condition may join to a resource, in order, and perhaps others. */
  List<Resource> possible(Resource previous) {
    Optional<Set<Object>> wanted = keys.ofPrevious(graph, previous);
    if (wanted.isEmpty()) {
      return resources;
    }
    TreeSet<Integer> places = new TreeSet<>(keyless);
    wanted.get().forEach(key -> places.addAll(byKey.getOrDefault(key, List.of())));
    return places.stream().map(resources::get).toList();
  }

  /** Of these the ones that have a key in common with the resource, in order. */
  List<Resource> keyed(Resource previous) {
    TreeSet<Integer> places = new TreeSet<>();
    keys.ofPrevious(graph, previous)
        .orElse(Set.of())
        .forEach(key -> places.addAll(byKey.getOrDefault(key, List.of())));
    return places.stream().map(resources::get).toList();
  }
}
