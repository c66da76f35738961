package io.trailproof.graph.index;

import io.trailproof.graph.Arn;
import io.trailproof.graph.Fate;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds resources of a graph by what their values name and by what names them. */
public final class ResourceIndex {
  private final ResourceGraph graph;
  private final Map<String, NameIndex> names = new HashMap<>();
  private final Map<List<String>, ReferrerIndex> referrers = new HashMap<>();
  private final Map<List<String>, KeyIndex> properties = new HashMap<>();

  private ResourceIndex(ResourceGraph graph) {
    this.graph = graph;
  }

  /** The index of a graph, of which there is one. */
  public static ResourceIndex of(ResourceGraph graph) {
    return graph.once(ResourceIndex.class, () -> new ResourceIndex(graph));
  }

  /** The resources of a type that a value names for certain. */
  public List<Resource> named(String type, Value value) {
    return names(type).named(value);
  }

  /**
   * The resources of a type that a value may name, and perhaps others; in the order of the type.
   */
  public List<Resource> possiblyNamed(String type, Value value) {
    return names(type).possible(value);
  }

  /** The resources of a type whose property may name a resource, and perhaps others; likewise. */
  public List<Resource> possibleReferrers(String type, String property, Resource to) {
    return referring(type, property, to).possible(to);
  }

  /** Of these the ones that may name few others beside it: those that name it for certain too. */
  public List<Resource> likelyReferrers(String type, String property, Resource to) {
    return referring(type, property, to).likely(to);
  }

  private ReferrerIndex referring(String type, String property, Resource to) {
    return referrers.computeIfAbsent(
        List.of(type, property, to.type()),
        any -> new ReferrerIndex(graph.ofType(type), property, names(to.type())));
  }

  /**
   * The resources of a type whose property names a resource, the certain ones and the possible; one
   * of which it is not certain that it stays is possible, one that goes is none.
   *
   * @param property a property that holds one value or a list of them
   */
  public Map<Resource, Truth> referrers(String type, String property, Resource to) {
    Map<Resource, Truth> found = new LinkedHashMap<>();
    for (Resource candidate : possibleReferrers(type, property, to)) {
      Truth named = named(candidate, property, to);
      Truth there = graph.fate(candidate).map(Fate::there).orElse(Truth.YES);
      if (!named.and(there).isNo()) {
        found.put(candidate, named.and(there));
      }
    }
    return found;
  }

  /**
   * Whether a property of a resource names another one: a bare name means what goes by it in the
   * Region and account of the resource that says it.
   */
  public Truth named(Resource by, String property, Resource to) {
    Value value = by.property(property);
    Truth named = graph.namesAny(value, to);
    return named.isNo() || !isBareName(value) ? named : named.and(Place.same(graph, by, to));
  }

  private static boolean isBareName(Value value) {
    return value instanceof Value.Items items
        ? items.items().stream().allMatch(ResourceIndex::isBareName)
        : (value.isKnown() || value instanceof Value.Template) && Arn.parse(value).isEmpty();
  }

  /** The resources of a type whose property is the same as a value for certain. */
  public List<Resource> having(String type, String property, Value value) {
    Picks picks = new Picks();
    properties
        .computeIfAbsent(List.of(type, property), any -> values(type, property))
        .certain(graph.resolve(value), picks);
    return picks.of(graph.ofType(type)).stream()
        .filter(one -> graph.same(one.property(property), value).isYes())
        .toList();
  }

  /** The resources of a type whose property is not certainly another than a value. */
  public List<Resource> possiblyHaving(String type, String property, Value value) {
    Value known = graph.resolve(value);
    Picks picks = new Picks();
    if (known.isKnown()) {
      properties
          .computeIfAbsent(List.of(type, property), any -> values(type, property))
          .possible(known, picks);
    } else {
      picks.all();
    }
    return picks.of(graph.ofType(type)).stream()
        .filter(one -> !graph.same(one.property(property), value).isNo())
        .toList();
  }

  private NameIndex names(String type) {
    return names.computeIfAbsent(type, any -> new NameIndex(graph, graph.ofType(type)));
  }

  private KeyIndex values(String type, String property) {
    KeyIndex index = new KeyIndex();
    List<Resource> resources = graph.ofType(type);
    for (int place = 0; place < resources.size(); place++) {
      index.add(place, graph.property(resources.get(place), property));
    }
    return index;
  }
}
