package io.trailproof.catalog;

import io.trailproof.catalog.constraint.Leeway;
import io.trailproof.catalog.constraint.Objection;
import io.trailproof.catalog.constraint.Objections;
import io.trailproof.catalog.constraint.Schema;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Refusal;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the API refuses of a resource that a plan makes, by the schema that CloudFormation's
 * registry has of the same type: the limits of its values are the API's (F255). What is missing,
 * and how things are put together, the providers see to themselves.
 */
public final class ApiLimits {
  private ApiLimits() {}

  /**
   * The objections to the values of a resource that are new to AWS.
   *
   * @param binding how its type is spelt in the plan
   */
  public static List<Objection> of(Binding binding, Resource resource, Leeway leeway) {
    Optional<String> registered = registered(binding);
    List<Objection> found = new ArrayList<>();
    if (registered.isEmpty()) {
      return found;
    }
    String type = registered.get();
    for (Property property : binding.type().properties()) {
      Value value = resource.properties().get(property.name());
      if (value == null || !Objections.areToValue(value)) {
        continue;
      }
      Property.Spelling own = property.spelling(binding.dialect(), binding.spelling()).orElse(null);
      Property.Spelling other = property.spelling(Dialect.CLOUDFORMATION, type).orElse(null);
      if (own == null
          || other == null
          || other.pairs().isPresent()
          || resource.keeps(own.path().root())) {
        continue;
      }
      List<String> path = other.path().names();
      Schema limits = Schemas.constraints(type).flatMap(schema -> schema.at(path)).orElse(null);
      if (limits != null) {
        found.addAll(
            Objections.toValues(
                value,
                limits,
                new Objections.Named(type, String.join(".", path), own.path().text()),
                leeway));
      }
    }
    return found;
  }

  /** The resource, marked by what weighs most if something is wrong with its values. */
  public static Resource marked(Resource resource, Binding binding, Leeway leeway) {
    return of(binding, resource, leeway).stream()
        .min((a, b) -> a.weight().compareTo(b.weight()))
        .map(one -> marked(resource, one))
        .orElse(resource);
  }

  private static Resource marked(Resource resource, Objection objection) {
    String newer =
        objection.weight() == Objection.Weight.GROWING ? "unless AWS allows more by now, " : "";
    Refusal refusal =
        new Refusal(
            newer + "the API refuses it: " + objection.what(), objection.help(), objection.at());
    return objection.isCertain() ? refusal.certainly(resource) : refusal.perhaps(resource);
  }

  /** The one type of the registry that is the same for the API. */
  private static Optional<String> registered(Binding binding) {
    Optional<String> like =
        binding instanceof SpeltBinding own ? own.spelt().like() : Optional.empty();
    List<String> types =
        binding.type().bindings().stream()
            .filter(one -> one.dialect() == Dialect.CLOUDFORMATION)
            .map(Binding::spelling)
            .toList();
    return like.or(() -> types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty());
  }
}
