package io.trailproof.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What resources rest on that no input shows.
 *
 * @param byResource those of each resource, by its name in the run
 * @param absent resources that are not there, and would be if their premises did not hold
 */
public record Premises(Map<ResourceId, List<Premise>> byResource, List<Resource> absent) {
  /** Nothing but the inputs. */
  public static final Premises NONE = new Premises(Map.of(), List.of());

  public Premises {
    byResource = Collections.unmodifiableMap(new LinkedHashMap<>(byResource));
    absent = List.copyOf(absent);
  }

  /** One premise for some resources. */
  public static Premises of(Map<ResourceId, Premise> premises) {
    Map<ResourceId, List<Premise>> lists = new LinkedHashMap<>();
    premises.forEach((id, premise) -> lists.put(id, List.of(premise)));
    return new Premises(lists, List.of());
  }

  /** All of several, each premise of a resource once. */
  public static Premises of(Collection<Premises> several) {
    Map<ResourceId, Set<Premise>> sets = new LinkedHashMap<>();
    List<Resource> absent = new ArrayList<>();
    for (Premises one : several) {
      one.byResource.forEach(
          (id, premises) ->
              sets.computeIfAbsent(id, any -> new LinkedHashSet<>()).addAll(premises));
      absent.addAll(one.absent);
    }
    Map<ResourceId, List<Premise>> lists = new LinkedHashMap<>();
    sets.forEach((id, premises) -> lists.put(id, List.copyOf(premises)));
    return new Premises(lists, absent);
  }

  /** The same, where some resources are one object with others. */
  Premises standing(Settled settled) {
    if (settled.same().isEmpty()) {
      return this;
    }
    Map<ResourceId, Set<Premise>> sets = new LinkedHashMap<>();
    byResource.forEach(
        (id, some) ->
            sets.computeIfAbsent(settled.standing(id), any -> new LinkedHashSet<>()).addAll(some));
    Map<ResourceId, List<Premise>> lists = new LinkedHashMap<>();
    sets.forEach((id, some) -> lists.put(id, List.copyOf(some)));
    return new Premises(lists, absent);
  }

  /** The premises of a resource. */
  public List<Premise> of(ResourceId id) {
    return byResource.getOrDefault(id, List.of());
  }
}
