package io.trailproof.graph;

import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What values lead to among resources: a text, or a resource that they name. */
final class Resolver {
  private static final int HOPS = 32;

  private final Map<ResourceId, Resource> resources;

  Resolver(Map<ResourceId, Resource> resources) {
    this.resources = resources;
  }

  /**
   * The value with references followed as far as they lead to something known. A reference that
   * ends in nothing known stays the last reference, so that it still equals itself.
   */
  Value resolve(Value value) {
    return resolve(value, 0);
  }

  private Value resolve(Value value, int hops) {
    if (value instanceof Value.Template) {
      return value.map(part -> resolve(part, hops + 1));
    }
    if (!(value instanceof Value.Reference written) || hops > HOPS) {
      return value;
    }
    Resource target = resources.get(written.target());
    Value.Reference reference = standing(written, target);
    Value next = target == null ? null : target.properties().get(reference.attribute());
    if (next == null
        || next instanceof Value.Unknown
        || next instanceof Value.Absent
        || (next instanceof Value.Reference same && same.isSame(reference))) {
      return reference;
    }
    if (next instanceof Value.Template && reference.attribute().equals("arn")) {
      // An ARN that is known only later stays a reference: it says whose ARN it is.
      return reference;
    }
    Value resolved = resolve(next, hops + 1);
    return next.origin().sensitive()
        ? resolved.from(value.origin().hidden())
        : resolved.from(value.origin());
  }

  /** A reference to what is one object with another is one to that. */
  private static Value.Reference standing(Value.Reference reference, @Nullable Resource target) {
    return target == null || target.id().equals(reference.target())
        ? reference
        : new Value.Reference(target.id(), reference.attribute(), reference.origin());
  }

  /** Whether a value, as a reference, a name or an ARN, names a resource. */
  Truth names(Value value, Resource resource) {
    if (value instanceof Value.Choice choice) {
      return Equality.unanimous(
          choice.candidates().stream().map(one -> names(one, resource)).toList());
    }
    if (value instanceof Value.Reference reference) {
      Resource target = resources.get(reference.target());
      if (target != null) {
        return followed(reference, target, resource);
      }
    }
    return text(resolve(value), resource);
  }

  /** Whether a value, or one of the values of a list, names a resource. */
  Truth namesAny(Value value, Resource resource) {
    if (value instanceof Value.Items items) {
      Truth best = Truth.NO;
      for (Value item : items.items()) {
        best = best.or(namesAny(item, resource));
      }
      return best;
    }
    if (value instanceof Value.Choice choice) {
      List<Truth> each =
          choice.candidates().stream().map(candidate -> namesAny(candidate, resource)).toList();
      return Equality.unanimous(each);
    }
    return names(value, resource);
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
    return next.isAbsent() ? Truth.UNKNOWN : namesAny(next, resource);
  }

  /** Whether two resources are one: the same instance, or found under one name. */
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
    return Equality.of(resolve(a.property("name")), resolve(b.property("name")))
        .and(Equality.of(a.place().region(), b.place().region()));
  }

  private Truth text(Value value, Resource resource) {
    if (value.isAbsent()) {
      return Truth.NO;
    }
    Optional<Arn> arn = Arn.parse(value);
    if (arn.isPresent()) {
      return Arn.parse(resolve(resource.property("arn")))
          .map(arn.get()::same)
          .orElse(Truth.UNKNOWN);
    }
    Truth byName = Equality.of(value, resolve(resource.property("name")));
    if (byName.isYes() || value.isKnown()) {
      return byName;
    }
    boolean byArn = Equality.of(value, resolve(resource.property("arn"))).isYes();
    return byArn ? Truth.YES : Truth.UNKNOWN;
  }
}
