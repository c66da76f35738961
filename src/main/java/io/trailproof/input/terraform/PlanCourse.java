package io.trailproof.input.terraform;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.ResourceType;
import io.trailproof.document.Node;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.input.identity.Course;
import io.trailproof.input.identity.Removal;
import io.trailproof.input.identity.Touch;
import io.trailproof.input.terraform.plan.Change;
import io.trailproof.input.terraform.plan.ConfiguredExpression;
import io.trailproof.input.terraform.plan.ModuleConfig;
import io.trailproof.input.terraform.plan.ModuleScope;
import io.trailproof.input.terraform.plan.PlanDocument;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Notes what a plan does to each of its resources, and in which order (section 10, F200). */
final class PlanCourse {
  private final PlannedState state;
  private final Catalog catalog;
  private final Function<PlannedInstance, List<Resource>> canonical;
  private final ModuleScope root;
  private final Map<ResourceId, Touch> touched = new HashMap<>();
  private final Set<ResourceId> byHandler = new HashSet<>();

  PlanCourse(
      PlanDocument plan,
      PlannedState state,
      Catalog catalog,
      Function<PlannedInstance, List<Resource>> canonical) {
    this.state = state;
    this.catalog = catalog;
    this.canonical = canonical;
    this.root = ModuleScope.root(plan.configuration());
  }

  /** The resources of an instance that is there in the end. */
  List<Resource> keep(PlannedInstance live) {
    List<Resource> resources = canonical.apply(live);
    Touch touch = touch(live);
    for (Resource resource : resources) {
      touched.put(resource.id(), isOnlyShown(live, resource) ? Touch.SHOWN : touch);
      if (live.instance().isCloudControl()) {
        byHandler.add(resource.id());
      }
    }
    return resources;
  }

  /** True for what stands inside of an instance that does not write it itself. */
  private boolean isOnlyShown(PlannedInstance live, Resource resource) {
    String inside = resource.address().substring(live.name().length());
    if (inside.isEmpty()) {
      return false;
    }
    String argument = inside.substring(1).replaceFirst("\\[.*", "");
    return expressions(live).flatMap(written -> written.get(argument)).isEmpty();
  }

  private Optional<Node.Mapping> expressions(PlannedInstance live) {
    return root.descend(live.address().modules())
        .map(scope -> scope.config().blocks().get(live.address().block()))
        .map(ModuleConfig.Block::expressions);
  }

  Course course() {
    List<Removal> removals = new ArrayList<>();
    for (Change change : state.removals()) {
      canonical
          .apply(PlannedInstance.asItWas(change.before()))
          .forEach(was -> removals.add(new Removal(was, order(change))));
    }
    return new Course(Touch.LEFT, touched, byHandler, removals);
  }

  private static Removal.Order order(Change change) {
    if (change.deposed()) {
      return Removal.Order.DEPOSED;
    }
    if (!change.creates()) {
      return Removal.Order.ALONE;
    }
    return change.createsFirst() ? Removal.Order.LAST : Removal.Order.FIRST;
  }

  private Touch touch(PlannedInstance live) {
    Optional<Change> change = state.change(live.address());
    if (live.isForgotten() || change.filter(Change::onlyForgets).isPresent()) {
      return Touch.FORGOTTEN;
    }
    if (change.filter(Change::creates).isPresent()) {
      return Touch.MADE;
    }
    if (change.filter(Change::updates).isPresent()) {
      return followsParent(live) ? Touch.FOLLOWS : Touch.CHANGED;
    }
    return Touch.LEFT;
  }

  /** True if an instance refers to what it would go with, and so is changed after it. */
  private boolean followsParent(PlannedInstance live) {
    Optional<String> argument =
        catalog
            .terraform(live.instance().type())
            .map(Binding::type)
            .flatMap(ResourceType::diesWith)
            .map(parent -> parent.spelt(Dialect.TERRAFORM, live.address().text()));
    return argument.isPresent()
        && expressions(live)
            .flatMap(expressions -> expressions.get(argument.get()))
            .filter(written -> !ConfiguredExpression.of(written).references().isEmpty())
            .isPresent();
  }
}
