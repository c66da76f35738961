package io.trailproof.graph.index;

import io.trailproof.graph.Arn;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the resources of one type that a value names, or may name, without asking each of them:
 * with thousands of resources there are millions of pairs.
 *
 * <p>It picks too many rather than too few; {@link ResourceGraph#names} decides about what is
 * picked.
 */
public final class NameIndex {
  /** A value that leads around in a circle names anything. */
  private static final int HOPS = 32;

  /** So many are sooner picked than told apart. */
  private static final int FEW = 32;

  private final ResourceGraph graph;
  private final List<Resource> resources = new ArrayList<>();
  private final Map<ResourceId, List<Integer>> byId = new HashMap<>();

  /** Names, ARNs and their resource parts; under each the resources that have it. */
  private final KeyIndex names = new KeyIndex();

  private final KeyIndex arns = new KeyIndex();
  private final KeyIndex arnResources = new KeyIndex();

  /** Those that more than their own input may know: one object may be there twice. */
  private final List<Integer> found = new ArrayList<>();

  /** An index of resources that belong to a graph or will. */
  public NameIndex(ResourceGraph graph, List<Resource> resources) {
    this.graph = graph;
    resources.forEach(this::add);
  }

  /** Adds a resource. */
  public void add(Resource resource) {
    int place = resources.size();
    resources.add(resource);
    byId.computeIfAbsent(resource.id(), any -> new ArrayList<>()).add(place);
    names.add(place, graph.property(resource, "name"));
    Value arn = graph.resolve(resource.property("arn"));
    arns.add(place, arn);
    Optional<Arn> parsed = Arn.parse(arn);
    if (parsed.isPresent()) {
      arnResources.add(place, parsed.get().resource());
    } else {
      arnResources.addLoose(place);
    }
    if (resource.existence() != Existence.MANAGED) {
      found.add(place);
    }
  }

  /** The resources that a value names for certain. */
  public List<Resource> named(Value value) {
    return pick(value, true).of(resources).stream()
        .filter(one -> graph.names(value, one) == Truth.YES)
        .toList();
  }

  /** True if a value names one of the resources for certain. */
  public boolean names(Value value) {
    return pick(value, true).of(resources).stream()
        .anyMatch(one -> graph.names(value, one) == Truth.YES);
  }

  /** All resources that a value, or one of a list, may name, and perhaps others. */
  List<Resource> possible(Value value) {
    return pick(value, false).of(resources);
  }

  List<Resource> resources() {
    return resources;
  }

  Picks pick(Value value, boolean certain) {
    Picks picks = new Picks();
    pick(value, certain, picks, 0);
    return picks;
  }

  private void pick(Value value, boolean certain, Picks picks, int hops) {
    if (hops > HOPS) {
      picks.all();
    } else if (value instanceof Value.Items items) {
      items.items().forEach(item -> pick(item, certain, picks, hops + 1));
    } else if (value instanceof Value.Choice choice) {
      choice.candidates().forEach(one -> pick(one, certain, picks, hops + 1));
    } else if (value instanceof Value.Reference reference
        && graph.find(reference.target()).isPresent()) {
      follow(reference, graph.find(reference.target()).get(), certain, picks, hops);
    } else if (!value.isAbsent()) {
      text(graph.resolve(value), certain, picks);
    }
  }

  private void follow(
      Value.Reference reference, Resource target, boolean certain, Picks picks, int hops) {
    if (reference.isIdentity()) {
      same(target, certain, picks);
      return;
    }
    Value next = target.property(reference.attribute());
    boolean ends =
        next.isAbsent()
            || (next instanceof Value.Reference again && again.target().equals(reference.target()));
    if (!ends) {
      pick(next, certain, picks, hops + 1);
    } else if (!certain) {
      picks.all();
    }
  }

  /** The resource itself, and what may be the same object found under its name. */
  private void same(Resource target, boolean certain, Picks picks) {
    picks.add(byId.getOrDefault(target.id(), List.of()));
    Value name = graph.property(target, "name");
    if (certain) {
      names.certain(name, picks);
    } else if (target.existence() == Existence.MANAGED
        && (found.size() <= FEW || !name.isKnown())) {
      picks.add(found);
    } else if (name.isKnown()) {
      names.possible(name, picks);
    } else {
      picks.all();
    }
  }

  private void text(Value value, boolean certain, Picks picks) {
    Optional<Arn> arn = Arn.parse(value);
    if (arn.isPresent()) {
      Value resource = arn.get().resource();
      if (certain) {
        arnResources.certain(resource, picks);
      } else if (resource.isKnown()) {
        arnResources.possible(resource, picks);
      } else {
        picks.all();
      }
    } else if (certain) {
      names.certain(value, picks);
      arns.certain(value, picks);
    } else if (value.isKnown()) {
      names.possible(value, picks);
    } else {
      picks.all();
    }
  }
}
