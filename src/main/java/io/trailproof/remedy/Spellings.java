package io.trailproof.remedy;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Kind;
import io.trailproof.catalog.Property;
import io.trailproof.document.Documents;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the file at hand writes types, properties and references, those of what is added too. */
public final class Spellings {
  private final Catalog catalog;
  private final ResourceGraph graph;
  private final Map<ResourceId, Alteration.Add> added = new HashMap<>();

  /**
   * The spellings of a deployment.
   *
   * @param changes all of them, which may refer to each other
   */
  public Spellings(Catalog catalog, ResourceGraph graph, List<Alteration> changes) {
    this.catalog = catalog;
    this.graph = graph;
    for (Alteration change : changes) {
      if (change instanceof Alteration.Add add) {
        added.put(add.resource(), add);
      }
    }
  }

  /** The format in which a resource is written, or is to be. */
  public Dialect dialect(ResourceId id) {
    return beside(id).map(Resource::dialect).orElse(Dialect.TERRAFORM);
  }

  /** A resource of the input, or the one beside which an addition stands. */
  public Optional<Resource> beside(ResourceId id) {
    ResourceId written = id;
    for (Alteration.Add add = added.get(id); add != null; add = added.get(written)) {
      written = add.beside();
    }
    return graph.find(written);
  }

  /** True if a resource stands in JSON, or is to. */
  boolean isJson(ResourceId id) {
    return beside(id)
        .flatMap(one -> Optional.ofNullable(one.span()))
        .filter(span -> Documents.looksLikeJson(span.file()))
        .isPresent();
  }

  /** True if a text quotes what must not be shown. */
  boolean quoteSecrets(String text) {
    return graph.secrets().areIn(text);
  }

  /** A property in the words of the file. */
  public String property(ResourceId id, String name) {
    return type(id)
        .flatMap(type -> catalog.type(type))
        .flatMap(type -> type.property(name))
        .map(property -> property.spelt(dialect(id), id.address()))
        .orElse(name);
  }

  private Optional<String> type(ResourceId id) {
    Alteration.Add add = added.get(id);
    return add != null ? Optional.of(add.type()) : graph.find(id).map(Resource::type);
  }

  /** How the type of a resource is written. */
  public Optional<Binding> binding(ResourceId id) {
    Dialect dialect = dialect(id);
    List<Binding> all =
        type(id)
            .flatMap(catalog::type)
            .map(type -> type.bindings().stream().filter(one -> one.dialect() == dialect).toList())
            .orElse(List.of());
    return all.stream()
        .filter(one -> ("." + id.address()).contains("." + one.spelling() + "."))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** The properties of an addition as the file writes them. */
  public Value.Fields written(Alteration.Add add) {
    return binding(add.resource())
        .map(binding -> binding.written(add.properties()))
        .orElseGet(() -> new Value.Fields(Map.of(), Origin.NOWHERE));
  }

  /** The names, as the file writes them, of the properties of a type that hold policies. */
  public Set<String> policies(ResourceId id) {
    return type(id)
        .flatMap(catalog::type)
        .map(
            type ->
                type.properties().stream()
                    .filter(one -> one.kind() == Kind.POLICY)
                    .map(one -> spelt(one, id))
                    .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  private String spelt(Property property, ResourceId id) {
    return property.spelt(dialect(id), id.address());
  }

  /** What follows the target of a reference; empty where the file cannot refer to it. */
  public Optional<String> referring(Value.Reference reference) {
    boolean isWritten =
        added.containsKey(reference.target())
            || graph
                .find(reference.target())
                .filter(
                    one ->
                        one.existence() == Existence.MANAGED
                            || one.existence() == Existence.IMPORTED
                            || one.existence() == Existence.EXISTING)
                .isPresent();
    return isWritten
        ? binding(reference.target()).flatMap(one -> one.referring(reference.attribute()))
        : Optional.empty();
  }

  /** A value without references that the file cannot write. */
  public Value settled(Value value) {
    if (value instanceof Value.Reference reference && referring(reference).isEmpty()) {
      return graph.resolve(value);
    }
    return value.map(this::settled);
  }
}
