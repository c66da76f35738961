package io.trailproof.input.identity;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a run does to the objects of its inputs, and in which order.
 *
 * @param otherwise what it does to those of which nothing is said
 * @param touched what it does to some
 * @param byHandler those that Terraform has CloudFormation's handlers make
 * @param removals what it deletes
 */
public record Course(
    Touch otherwise,
    Map<ResourceId, Touch> touched,
    Set<ResourceId> byHandler,
    List<Removal> removals) {
  /** Everything is made. */
  public static final Course ALL_MADE = new Course(Touch.MADE, Map.of(), Set.of(), List.of());

  /** Everything is there already. */
  public static final Course ALL_THERE = new Course(Touch.LEFT, Map.of(), Set.of(), List.of());

  public Course {
    removals = List.copyOf(removals);
  }

  /** Everything is made, and some objects are deleted that nothing takes the place of. */
  public static Course without(List<Resource> removed) {
    return new Course(
        Touch.MADE,
        Map.of(),
        Set.of(),
        removed.stream().map(was -> new Removal(was, Removal.Order.ALONE)).toList());
  }

  /** What some inputs do that are applied together. */
  public static Course of(Collection<Course> several) {
    Map<ResourceId, Touch> touched = new HashMap<>();
    Set<ResourceId> byHandler = new HashSet<>();
    for (Course one : several) {
      touched.putAll(one.touched);
      byHandler.addAll(one.byHandler);
    }
    Stream<Removal> removals = several.stream().flatMap(one -> one.removals.stream());
    return new Course(Touch.MADE, touched, byHandler, removals.toList());
  }

  /** The objects that are deleted, as they were. */
  public List<Resource> removed() {
    return removals.stream().map(Removal::was).toList();
  }

  Touch touch(Resource resource) {
    return touched.getOrDefault(resource.id(), otherwise);
  }

  boolean isByHandler(Resource resource) {
    return resource.dialect() == Dialect.CLOUDFORMATION || byHandler.contains(resource.id());
  }
}
