package io.trailproof.rule;

import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One link of a path while it is judged. */
public final class Step {
  private final ResourceGraph graph;
  private final Catalog catalog;
  private final Optional<Resource> earlier;
  private final Optional<Resource> previous;
  private final Resource resource;
  private final Map<Class<?>, ByEvent<?>> workedOut = new HashMap<>();
  private @Nullable EventKind workedOutFor;

  /**
   * A step of which no predicate asks what is two links back.
   *
   * @param previous the resource of the link before; empty at the first link
   * @param resource the resource that stands at this link
   */
  public Step(
      ResourceGraph graph, Catalog catalog, Optional<Resource> previous, Resource resource) {
    this(graph, catalog, Optional.empty(), previous, resource);
  }

  /**
   * A step.
   *
   * @param earlier the resource of the link before the one before, if the link looks that far back
   * @param previous the resource of the link before; empty at the first link
   * @param resource the resource that stands at this link
   */
  public Step(
      ResourceGraph graph,
      Catalog catalog,
      Optional<Resource> earlier,
      Optional<Resource> previous,
      Resource resource) {
    this.graph = graph;
    this.catalog = catalog;
    this.earlier = earlier;
    this.previous = previous;
    this.resource = resource;
  }

  /** All that there is. */
  public ResourceGraph graph() {
    return graph;
  }

  /** How properties are spelt. */
  public Catalog catalog() {
    return catalog;
  }

  /** The resource of the link before; empty at the first link. */
  public Optional<Resource> previous() {
    return previous;
  }

  /** The resource that stands at this link. */
  public Resource resource() {
    return resource;
  }

  /** The resource of the link before. */
  public Resource before() {
    return previous.orElseThrow(() -> new IllegalStateException("the first link has none before"));
  }

  /** The resource of the link before the one before, if the link looks that far back. */
  public Optional<Resource> earlier() {
    return earlier;
  }

  /**
   * What several requirements of the link ask for the events of a kind, worked out for the first of
   * them.
   *
   * @param type of what there is one of for an event
   */
  public <T> ByEvent<T> once(Class<T> type, EventKind kind, Supplier<ByEvent<T>> workOut) {
    if (!kind.is(workedOutFor)) {
      workedOut.clear();
      workedOutFor = kind;
    }
    return workedOut.computeIfAbsent(type, any -> workOut.get().kept()).map(type::cast);
  }
}
