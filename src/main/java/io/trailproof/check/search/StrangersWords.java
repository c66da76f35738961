package io.trailproof.check.search;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Stranger;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.NameIndex;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where strangers name resources for certain, looked up once for all of them. */
final class StrangersWords {
  private final ResourceGraph graph;
  private final Map<ResourceId, Map<Resource, Value>> naming = new HashMap<>();

  private StrangersWords(ResourceGraph graph) {
    this.graph = graph;
    List<Resource> strangers = graph.ofType(Stranger.TYPE);
    if (strangers.isEmpty()) {
      return;
    }
    NameIndex others =
        new NameIndex(
            graph,
            graph.resources().stream().filter(one -> !one.type().equals(Stranger.TYPE)).toList());
    for (Resource stranger : strangers) {
      Stranger.values(stranger).stream()
          .flatMap(Value::stream)
          .filter(leaf -> leaf.children().isEmpty())
          .forEach(leaf -> add(stranger, leaf, others));
    }
  }

  /** What the strangers of a graph name. */
  static StrangersWords of(ResourceGraph graph) {
    return graph.once(StrangersWords.class, () -> new StrangersWords(graph));
  }

  private void add(Resource stranger, Value leaf, NameIndex others) {
    if (leaf instanceof Value.Reference reference) {
      add(reference.target(), stranger, leaf);
      graph.find(reference.target()).ifPresent(one -> add(one.id(), stranger, leaf));
    } else {
      others.named(leaf).forEach(one -> add(one.id(), stranger, leaf));
    }
  }

  private void add(ResourceId named, Resource stranger, Value leaf) {
    naming.computeIfAbsent(named, any -> new LinkedHashMap<>()).putIfAbsent(stranger, leaf);
  }

  /** Those that name a resource, each with the first place where it does. */
  Map<Resource, Value> naming(Resource resource) {
    return naming.getOrDefault(resource.id(), Map.of());
  }
}
