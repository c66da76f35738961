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
 * @param premises those of each resource, by its name in the run
 * @param absent resources that are not there, and would be if their premises did not hold
 */
public record Grounds(Map<ResourceId, List<Premise>> premises, List<Resource> absent) {
  /** Nothing but the inputs. */
  public static final Grounds NONE = new Grounds(Map.of(), List.of());

  public Grounds {
    premises = Collections.unmodifiableMap(new LinkedHashMap<>(premises));
    absent = List.copyOf(absent);
  }

  /** One premise for some resources. */
  public static Grounds of(Map<ResourceId, Premise> premises) {
    Map<ResourceId, List<Premise>> lists = new LinkedHashMap<>();
    premises.forEach((id, premise) -> lists.put(id, List.of(premise)));
    return new Grounds(lists, List.of());
  }

  /** All of some grounds, each premise of a resource once. */
  public static Grounds of(Collection<Grounds> several) {
    Map<ResourceId, Set<Premise>> sets = new LinkedHashMap<>();
    List<Resource> absent = new ArrayList<>();
    for (Grounds one : several) {
      one.premises.forEach(
          (id, premises) ->
              sets.computeIfAbsent(id, any -> new LinkedHashSet<>()).addAll(premises));
      absent.addAll(one.absent);
    }
    Map<ResourceId, List<Premise>> lists = new LinkedHashMap<>();
    sets.forEach((id, premises) -> lists.put(id, List.copyOf(premises)));
    return new Grounds(lists, absent);
  }

  /** The premises of a resource. */
  public List<Premise> of(ResourceId id) {
    return premises.getOrDefault(id, List.of());
  }
}
