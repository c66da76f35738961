package io.trailproof.graph;

import io.trailproof.kleene.Truth;
import java.util.Optional;

/** Whether a value names a resource: by reference, by ARN or by name. */
final class Identity {
  private final ResourceGraph graph;

  Identity(ResourceGraph graph) {
    this.graph = graph;
  }

  Truth names(Value value, Resource resource) {
    if (value instanceof Value.Choice choice) {
      return Equality.unanimous(
          choice.candidates().stream().map(one -> names(one, resource)).toList());
    }
    if (value instanceof Value.Reference reference) {
      Optional<Resource> target = graph.find(reference.target());
      if (target.isPresent()) {
        return followed(reference, target.get(), resource);
      }
    }
    return text(graph.resolve(value), resource);
  }

  /**
   * A reference to the identity of a resource names that resource; one to another property names
   * whatever that property names.
   */
  private Truth followed(Value.Reference reference, Resource target, Resource resource) {
    if (reference.isIdentity()) {
      return same(target, resource);
    }
    Value next = target.property(reference.attribute());
    if (next instanceof Value.Reference again && again.target().equals(reference.target())) {
      return Truth.UNKNOWN;
    }
    return next.isAbsent() ? Truth.UNKNOWN : graph.namesAny(next, resource);
  }

  /** Whether two resources of the graph are one: the same instance, or found under one name. */
  private Truth same(Resource a, Resource b) {
    if (a.id().equals(b.id())) {
      return Truth.YES;
    }
    if (!a.type().equals(b.type())) {
      return Truth.NO;
    }
    if (a.existence() == Existence.MANAGED && b.existence() == Existence.MANAGED) {
      return Truth.NO;
    }
    return Equality.of(graph.property(a, "name"), graph.property(b, "name"))
        .and(Equality.of(a.place().region(), b.place().region()));
  }

  private Truth text(Value value, Resource resource) {
    if (value.isAbsent()) {
      return Truth.NO;
    }
    Optional<Arn> arn = Arn.parse(value);
    if (arn.isPresent()) {
      return Arn.parse(graph.resolve(resource.property("arn")))
          .map(arn.get()::same)
          .orElse(Truth.UNKNOWN);
    }
    Truth byName = Equality.of(value, graph.property(resource, "name"));
    if (byName == Truth.YES || value.isKnown()) {
      return byName;
    }
    Truth byArn = Equality.of(value, graph.resolve(resource.property("arn")));
    return byArn == Truth.YES ? byArn : Truth.UNKNOWN;
  }
}
