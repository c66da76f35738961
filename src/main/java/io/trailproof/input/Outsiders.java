package io.trailproof.input;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Arn;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.NameIndex;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.input.identity.Course;
import io.trailproof.input.identity.Settling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resources that inputs name but do not hold: a literal ARN, a parameter, a name of a log group
 * made elsewhere. They join the graph as existing resources of which little is known, so that the
 * links through them are undecided and not broken.
 */
public final class Outsiders {
  private final Catalog catalog;
  private final List<Resource> all;
  private final Map<String, NameIndex> outside = new HashMap<>();
  private final ResourceGraph inside;
  private final ResourceGraph removed;

  private Outsiders(
      Catalog catalog, List<Resource> resources, List<Resource> removed, List<Gap> gaps) {
    this.catalog = catalog;
    this.removed = new ResourceGraph(removed, List.of());
    this.all = new ArrayList<>(resources);
    this.inside = new ResourceGraph(resources, gaps);
  }

  /**
   * The graph of some resources and of all that they name.
   *
   * @param removed what the inputs take away: a name of one of these leads nowhere
   */
  public static ResourceGraph complete(
      Catalog catalog, List<Resource> resources, List<Resource> removed, List<Gap> gaps) {
    return complete(catalog, resources, Course.without(removed), gaps);
  }

  /**
   * The graph of some resources and of all that they name.
   *
   * @param course what a run does to them: a name of one that it takes away leads nowhere
   */
  public static ResourceGraph complete(
      Catalog catalog, List<Resource> resources, Course course, List<Gap> gaps) {
    List<Resource> removed = course.removed();
    Outsiders outsiders = new Outsiders(catalog, resources, removed, gaps);
    for (Resource resource : resources) {
      catalog
          .type(resource.type())
          .ifPresent(
              type ->
                  type.properties().stream()
                      .filter(property -> !property.links().isEmpty())
                      .forEach(property -> outsiders.follow(resource, property)));
    }
    return Settling.of(catalog, new ResourceGraph(outsiders.all, removed, gaps), course);
  }

  private void follow(Resource holder, Property property) {
    for (String link : property.links()) {
      catalog
          .type(link)
          .ifPresent(target -> follow(holder, property, target, holder.property(property.name())));
    }
  }

  private void follow(Resource holder, Property property, ResourceType target, Value value) {
    value.match(
        new Value.Cases<Boolean>() {
          @Override
          public Boolean other(Value other) {
            return named(holder, property, target, other);
          }

          @Override
          public Boolean absent(Value.Absent absent) {
            return false;
          }

          @Override
          public Boolean items(Value.Items list) {
            list.items().forEach(item -> follow(holder, property, target, item));
            return true;
          }

          @Override
          public Boolean choice(Value.Choice choice) {
            choice.candidates().forEach(one -> follow(holder, property, target, one));
            return true;
          }
        });
  }

  private boolean named(Resource holder, Property property, ResourceType target, Value value) {
    Value text = inside.resolve(value);
    if (leadsInside(value) && (isIdentity(value) || leadsInside(text))) {
      return false;
    }
    Optional<Arn> arn =
        Optional.of(text)
            .filter(one -> one.isKnown() || one instanceof Value.Template)
            .flatMap(Arn::parse)
            .filter(one -> one.service().isKnown());
    boolean first = property.links().get(0).equals(target.name());
    if (arn.isPresent() ? !target.mayHave(arn.get()) : !first) {
      return false;
    }
    NameIndex stubs =
        outside.computeIfAbsent(target.name(), any -> new NameIndex(inside, List.of()));
    boolean known =
        !ResourceIndex.of(inside).named(target.name(), text).isEmpty() || stubs.names(text);
    if (!known) {
      Resource stub = stub(holder, property, target, text, arn);
      stubs.add(stub);
      all.add(stub);
    }
    return !known;
  }

  private boolean leadsInside(Value value) {
    return value instanceof Value.Reference reference
        && inside.find(reference.target()).isPresent();
  }

  /** What is referred to by another attribute may name something that is not here. */
  private static boolean isIdentity(Value value) {
    return value instanceof Value.Reference reference && reference.isIdentity();
  }

  private boolean isRemoved(ResourceType target, Value value) {
    return !ResourceIndex.of(removed).named(target.name(), value).isEmpty();
  }

  private Resource stub(
      Resource holder, Property property, ResourceType target, Value value, Optional<Arn> arn) {
    Map<String, Value> properties = new LinkedHashMap<>();
    for (Property one : target.properties()) {
      properties.put(one.name(), new Value.Unknown("is not in this input", value.origin()));
    }
    boolean byArn = arn.isPresent() || property.attribute().filter("arn"::equals).isPresent();
    boolean opaque = value instanceof Value.Unknown;
    properties.put(
        "name",
        arn.flatMap(target::nameIn)
            .orElse(byArn || opaque ? properties.getOrDefault("name", value) : value));
    Place place =
        new Place(
            arn.map(Arn::region).orElse(holder.place().region()),
            arn.map(Arn::account)
                .filter(account -> account.asText().filter(String::isEmpty).isEmpty())
                .orElse(holder.place().account()));
    Value ownArn =
        byArn || opaque
            ? value
            : target.arn().map(shape -> shape.of(properties, place, Origin.NOWHERE)).orElse(value);
    properties.put("arn", ownArn);
    return new Resource(
        new ResourceId(holder.id().input(), called(holder, target, value)),
        target.name(),
        Dialect.CANONICAL,
        isRemoved(target, value) ? Existence.REMOVED : Existence.NAMED,
        place,
        properties,
        null);
  }

  /** What users see in place of an address. */
  private static String called(Resource holder, ResourceType target, Value value) {
    if (value.origin().sensitive()) {
      return "(sensitive " + target.title() + " of " + holder.address() + ")";
    }
    if (value instanceof Value.Symbol symbol) {
      return symbol.name();
    }
    return value.asText().orElse("(" + target.title() + " of " + holder.address() + ")");
  }
}
