package io.trailproof.check.search;

import static java.util.stream.Collectors.toSet;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Stranger;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a resource of a path rests on without its being a link: what it names (its role, key,
 * bucket, queue), what names these or it (their policies, a rule that mutes it), what such a policy
 * is attached from, and what holds for a whole account. Only properties count that the catalog
 * knows to name resources; what may be named counts as well.
 */
final class Supporters {
  /** What receives, though it may be a link of its own in another place. */
  private static final Set<String> FUNCTIONS =
      Set.of("aws.lambda.Function", "aws.lambda.Alias", "aws.lambda.Version");

  /** Properties that name what receives, be it of a type that a link has. */
  private static final Map<String, Set<String>> RECEIVERS =
      Map.of(
          "endpoint",
          Stream.concat(FUNCTIONS.stream(), Stream.of("aws.sqs.Queue")).collect(toSet()),
          "function",
          Set.of("aws.lambda.Function"));

  private final ResourceGraph graph;
  private final Catalog catalog;
  private final Set<String> linkTypes;

  Supporters(ResourceGraph graph, Catalog catalog, Set<String> linkTypes) {
    this.graph = graph;
    this.catalog = catalog;
    this.linkTypes = linkTypes;
  }

  /** True if a resource of a type can support another one. */
  static boolean canBe(String type, Set<String> linkTypes) {
    return !type.equals(Stranger.TYPE) && (!linkTypes.contains(type) || FUNCTIONS.contains(type));
  }

  /** What supports a resource of a link. */
  Set<Resource> of(Resource resource) {
    List<Resource> others =
        graph.resources().stream().filter(one -> canBe(one.type(), linkTypes)).toList();
    Set<Resource> named = new LinkedHashSet<>();
    Deque<Resource> open = new ArrayDeque<>(List.of(resource));
    while (!open.isEmpty()) {
      Resource from = open.remove();
      others.stream().filter(to -> names(from, to)).filter(named::add).forEach(open::add);
    }
    List<Resource> rested = new ArrayList<>(named);
    rested.add(resource);
    Set<Resource> all = new LinkedHashSet<>(named);
    for (Resource other : others) {
      List<Resource> about = rested.stream().filter(to -> names(other, to)).toList();
      if (!about.isEmpty() && !linkTypes.contains(other.type())) {
        all.add(other);
        others.stream()
            .filter(to -> about.stream().noneMatch(one -> one.type().equals(to.type())))
            .filter(to -> names(other, to))
            .forEach(all::add);
      } else if (holdsEverywhere(other)) {
        all.add(other);
      }
    }
    all.remove(resource);
    return all;
  }

  /** Where a stranger names a resource for certain. */
  Optional<Value> naming(Resource stranger, Resource resource) {
    return Stranger.values(stranger).stream()
        .flatMap(Value::stream)
        .filter(leaf -> leaf.children().isEmpty())
        .filter(leaf -> refers(leaf, resource))
        .findFirst();
  }

  private boolean refers(Value leaf, Resource resource) {
    return leaf instanceof Value.Reference reference
        ? reference.target().equals(resource.id())
            || graph.find(reference.target()).filter(resource::equals).isPresent()
        : graph.namesAny(leaf, resource) == Truth.YES;
  }

  private boolean names(Resource from, Resource to) {
    if (from.id().equals(to.id())) {
      return false;
    }
    ResourceType type = catalog.type(from.type()).orElse(null);
    if (type == null) {
      return false;
    }
    for (Property property : type.properties()) {
      boolean receives = RECEIVERS.getOrDefault(property.name(), Set.of()).contains(to.type());
      boolean may =
          receives || (property.targets().contains(to.type()) && !linkTypes.contains(to.type()));
      Value value = from.property(property.name());
      if (may && !value.isAbsent() && !graph.namesAny(value, to).isNo()) {
        return true;
      }
    }
    return false;
  }

  /** What names nothing and is named by nothing. */
  private boolean holdsEverywhere(Resource other) {
    return catalog
        .type(other.type())
        .filter(type -> type.arn().isEmpty())
        .filter(type -> type.properties().stream().allMatch(one -> one.links().isEmpty()))
        .isPresent();
  }
}
