package io.trailproof.input;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Resources that the user states beside the inputs (F15, F105). One that an input finds as well, by
 * a data source, is the same resource: the input's word goes before, and the statement fills in
 * what it leaves open.
 *
 * @param resources as they are stated, in canonical words
 */
public record Declared(List<Resource> resources) {
  /** Nothing stated. */
  public static final Declared NONE = new Declared(List.of());

  public Declared {
    resources = List.copyOf(resources);
  }

  /** The resources of the inputs and those that are stated. */
  List<Resource> joined(List<Resource> found) {
    if (resources.isEmpty()) {
      return found;
    }
    ResourceGraph both =
        new ResourceGraph(Stream.concat(found.stream(), resources.stream()).toList(), List.of());
    Map<ResourceId, ResourceId> same = new LinkedHashMap<>();
    List<Resource> joined = new ArrayList<>();
    for (Resource one : found) {
      Optional<Resource> stated =
          one.existence() == Existence.EXISTING ? stated(one, both) : Optional.empty();
      stated.ifPresent(statement -> same.put(statement.id(), one.id()));
      joined.add(stated.map(statement -> filled(one, statement)).orElse(one));
    }
    resources.stream().filter(one -> !same.containsKey(one.id())).forEach(joined::add);
    return same.isEmpty() ? joined : joined.stream().map(one -> pointed(one, same)).toList();
  }

  private Optional<Resource> stated(Resource found, ResourceGraph both) {
    Value name = new Value.Reference(found.id(), "arn", found.property("arn").origin());
    return resources.stream()
        .filter(one -> one.type().equals(found.type()))
        .filter(one -> both.names(name, one) == io.trailproof.kleene.Truth.YES)
        .findFirst();
  }

  private static Resource filled(Resource found, Resource statement) {
    Map<String, Value> properties = new LinkedHashMap<>(statement.properties());
    found
        .properties()
        .forEach(
            (name, value) -> {
              if (value.isKnown() || value instanceof Value.Reference) {
                properties.put(name, value);
              }
            });
    return new Resource(
        found.id(),
        found.type(),
        found.dialect(),
        Existence.DECLARED,
        found.place(),
        properties,
        found.span());
  }

  private static Resource pointed(Resource resource, Map<ResourceId, ResourceId> same) {
    Map<String, Value> properties = new LinkedHashMap<>();
    resource.properties().forEach((name, value) -> properties.put(name, pointed(value, same)));
    return new Resource(
        resource.id(),
        resource.type(),
        resource.dialect(),
        resource.existence(),
        resource.place(),
        properties,
        resource.span());
  }

  private static Value pointed(Value value, Map<ResourceId, ResourceId> same) {
    if (value instanceof Value.Reference reference && same.containsKey(reference.target())) {
      return new Value.Reference(
          same.get(reference.target()), reference.attribute(), reference.origin());
    }
    return value.map(part -> pointed(part, same));
  }

  /** What rests on them says so. */
  Map<ResourceId, Premise> premises(List<Resource> joined) {
    Map<ResourceId, Premise> premises = new LinkedHashMap<>();
    for (Resource one : joined) {
      if (one.existence() == Existence.DECLARED) {
        premises.put(
            one.id(),
            new Premise(
                Assumed.DECLARED,
                "is there and is as `" + resources.get(0).id().input() + "` declares it",
                one.address()));
      }
    }
    return premises;
  }
}
