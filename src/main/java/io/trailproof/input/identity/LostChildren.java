package io.trailproof.input.identity;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.PhysicalIdentity.Again;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Fate;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes with a resource that is deleted or replaced, and is not made again: Terraform sees that
 * only when it plans again (table T8, F31).
 */
final class LostChildren {
  private final Catalog catalog;
  private final ResourceGraph graph;
  private final Course course;
  private final Identities identities;
  private final ResourceGraph removed;
  private final Map<Resource, Removal> removals = new HashMap<>();

  LostChildren(Catalog catalog, ResourceGraph graph, Course course, Identities identities) {
    this.catalog = catalog;
    this.graph = graph;
    this.course = course;
    this.identities = identities;
    this.removed = new ResourceGraph(course.removed(), List.of());
    course.removals().forEach(one -> removals.putIfAbsent(one.was(), one));
  }

  /** What becomes of a resource whose parent goes. */
  Optional<Fate> fate(Resource child) {
    ResourceType type = catalog.type(child.type()).orElseThrow();
    Optional<Property> parent = type.diesWith().filter(one -> !one.links().isEmpty());
    Touch touch = course.touch(child);
    if (parent.isEmpty() || touch == Touch.MADE || touch == Touch.FOLLOWS) {
      return Optional.empty();
    }
    String parentType = parent.get().links().get(0);
    if (removed.ofType(parentType).isEmpty()) {
      return Optional.empty();
    }
    // To write the whole of it anew may come before the deletion or after it.
    boolean written =
        touch == Touch.CHANGED
            && type.identity().filter(one -> one.again() == Again.OVERWRITES).isPresent();
    Value named = graph.property(child, parent.get().name());
    List<Value> each = named instanceof Value.Items list ? list.items() : List.of(named);
    for (Value one : each) {
      for (Resource gone : ResourceIndex.of(removed).named(parentType, graph.resolve(one))) {
        Truth here = identities.near(gone, child);
        if (here != Truth.NO) {
          boolean certain = here == Truth.YES && !written && each.size() == 1;
          return Optional.of(fate(child, gone, certain));
        }
      }
    }
    return Optional.empty();
  }

  private Fate fate(Resource child, Resource gone, boolean certain) {
    Removal removal = removals.get(gone);
    boolean replaced =
        removal != null
            && (removal.order() == Removal.Order.FIRST || removal.order() == Removal.Order.LAST);
    String parent =
        catalog.type(gone.type()).map(ResourceType::title).orElse("")
            + " `"
            + gone.address()
            + "`, which the plan "
            + (replaced ? "replaces" : "deletes");
    return new Fate(
        certain ? Truth.NO : Truth.UNKNOWN,
        "replaced",
        certain
            ? "`" + child.address() + "` goes with " + parent + ", and is not made again"
            : "whether `" + child.address() + "` goes with " + parent + ", is not said",
        List.of("make it again in the same run: `terraform plan -replace=ADDRESS`"));
  }
}
