package io.trailproof.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is found once the resources of a deployment are held against each other.
 *
 * @param fates what becomes of some of them
 * @param same resources that are one object for AWS with another, which stands for both
 */
public record Settled(Map<ResourceId, Fate> fates, Map<ResourceId, ResourceId> same) {
  /** Nothing. */
  public static final Settled NOTHING = new Settled(Map.of(), Map.of());

  public Settled {
    fates = Collections.unmodifiableMap(new LinkedHashMap<>(fates));
    same = Collections.unmodifiableMap(new LinkedHashMap<>(same));
  }

  Optional<Fate> fate(ResourceId id) {
    return fates.isEmpty() ? Optional.empty() : Optional.ofNullable(fates.get(id));
  }

  /** The name of what stands for a resource. */
  ResourceId standing(ResourceId id) {
    return same.isEmpty() ? id : same.getOrDefault(id, id);
  }
}
