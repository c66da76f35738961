package io.trailproof.check.search;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Relation;
import io.trailproof.rule.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The resources of a link that its relation does not rule out at first sight: with thousands of
 * resources there are too many pairs to judge each of them.
 */
final class CandidateIndex {
  /** By input and address: the order of the inputs must never show. */
  static final Comparator<Resource> BY_PLACE =
      Comparator.comparing((Resource resource) -> resource.id().input())
          .thenComparing(Resource::address);

  private final ResourceGraph graph;
  private final IdentityHashMap<Requirement, Optional<JoinIndex>> joins = new IdentityHashMap<>();

  CandidateIndex(ResourceGraph graph) {
    this.graph = graph;
  }

  /** All that may stand at a link, in the order of its types. */
  List<Resource> all(ChainLink link) {
    List<Resource> all = new ArrayList<>();
    link.types().forEach(type -> all.addAll(graph.ofType(type)));
    return all;
  }

  /** Those that may follow a resource, and perhaps others. */
  List<Resource> after(Resource from, ChainLink link) {
    Relation relation = link.relation();
    if (relation instanceof Relation.Join join) {
      return fewest(join, from, link).map(index -> index.possible(from)).orElseGet(() -> all(link));
    }
    List<Resource> possible = new ArrayList<>();
    for (String type : link.types()) {
      if (relation instanceof Relation.From named) {
        possible.addAll(
            ResourceIndex.of(graph).possiblyNamed(type, from.property(named.property())));
      } else if (relation instanceof Relation.To naming) {
        possible.addAll(referrers(type, naming, from));
      } else {
        possible.addAll(graph.ofType(type));
      }
    }
    return possible;
  }

  /** Those that follow a resource for certain, and some others. */
  List<Resource> likely(Resource from, ChainLink link) {
    Relation relation = link.relation();
    if (relation instanceof Relation.Join join) {
      return fewest(join, from, link).map(index -> index.keyed(from)).orElseGet(() -> all(link));
    }
    List<Resource> likely = new ArrayList<>();
    for (String type : link.types()) {
      if (relation instanceof Relation.From named) {
        likely.addAll(ResourceIndex.of(graph).named(type, from.property(named.property())));
      } else if (relation instanceof Relation.To naming) {
        String property = naming.properties().get(type);
        likely.addAll(
            property != null
                ? ResourceIndex.of(graph).likelyReferrers(type, property, from)
                : referrers(type, naming, from));
      } else {
        likely.addAll(graph.ofType(type));
      }
    }
    return likely;
  }

  private List<Resource> referrers(String type, Relation.To naming, Resource from) {
    String property = naming.properties().get(type);
    if (property != null) {
      return ResourceIndex.of(graph).possibleReferrers(type, property, from);
    }
    return type.equals(from.type()) ? List.of(from) : List.of(); // it can only stand for itself
  }

  private Optional<JoinIndex> fewest(Relation.Join join, Resource from, ChainLink link) {
    Optional<JoinIndex> fewest = Optional.empty();
    for (Requirement condition : join.on()) {
      Optional<JoinIndex> index = index(condition, link);
      boolean fewer =
          index.isPresent()
              && (fewest.isEmpty() || index.get().count(from) < fewest.get().count(from));
      fewest = fewer ? index : fewest;
    }
    return fewest;
  }

  /** Those that the first condition of a join may let pass, and perhaps others. */
  List<Resource> near(Resource from, ChainLink link, Relation.Join join) {
    return join.on().stream()
        .findFirst()
        .flatMap(condition -> index(condition, link))
        .map(index -> index.possible(from))
        .orElseGet(() -> all(link));
  }

  private Optional<JoinIndex> index(Requirement condition, ChainLink link) {
    return joins.computeIfAbsent(
        condition,
        any -> condition.condition().joinKeys().map(keys -> new JoinIndex(graph, keys, all(link))));
  }
}
