package io.trailproof.graph;

import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All resources of a deployment, and what their values say about each other. */
public final class ResourceGraph {
  private final List<Resource> resources;
  private final Map<ResourceId, Resource> byId = new HashMap<>();
  private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
  private final Set<String> removedTypes;
  private final List<Gap> gaps;
  private final Premises premises;
  private final Settled settled;
  private final Secrets secrets;
  private final Resolver resolver = new Resolver(byId);
  private final Map<Class<?>, Object> workedOut = new HashMap<>();

  /** A graph of resources, in the order of the inputs. */
  public ResourceGraph(List<Resource> resources, List<Gap> gaps) {
    this(resources, List.of(), gaps);
  }

  /**
   * A graph of resources, in the order of the inputs.
   *
   * @param removed what the inputs take away: not part of the graph, but not nothing either
   */
  public ResourceGraph(List<Resource> resources, List<Resource> removed, List<Gap> gaps) {
    this(
        resources,
        types(removed),
        gaps,
        Premises.NONE,
        Settled.NOTHING,
        new Secrets(List.copyOf(resources)));
  }

  private ResourceGraph(
      List<Resource> resources,
      Set<String> removedTypes,
      List<Gap> gaps,
      Premises premises,
      Settled settled,
      Secrets secrets) {
    this.removedTypes = Set.copyOf(removedTypes);
    this.secrets = secrets;
    this.resources = List.copyOf(resources);
    this.gaps = List.copyOf(gaps);
    this.premises = premises;
    this.settled = settled;
    for (Resource resource : resources) {
      byId.putIfAbsent(resource.id(), resource);
      byType.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
    }
    settled
        .same()
        .forEach(
            (other, standing) -> {
              Resource resource = byId.get(standing);
              if (resource != null) {
                byId.put(other, resource);
              }
            });
  }

  /** The same graph, with what some resources rest on beside what they rest on already. */
  public ResourceGraph restingOn(Premises more) {
    Premises all = Premises.of(List.of(more.standing(settled), premises));
    return new ResourceGraph(resources, removedTypes, gaps, all, settled, secrets);
  }

  /** The graph of other resources, of which it is known what becomes of them. */
  public ResourceGraph settled(List<Resource> others, Settled found) {
    return new ResourceGraph(
        others, removedTypes, gaps, premises, found, new Secrets(List.copyOf(others)));
  }

  /** What other things of the run make of a resource. */
  public Optional<Fate> fate(Resource resource) {
    return settled.fate(resource.id());
  }

  /** True if nothing in the inputs makes it doubtful that a resource is there. */
  public boolean isCertain(Resource resource) {
    return !resource.has("exists") && fate(resource).isEmpty();
  }

  /** What values have in common that are the same for certain; empty for one that is open. */
  public Optional<String> key(Value value) {
    return Equality.key(resolve(value));
  }

  /** What the values of resources rest on that no input shows. */
  public Premises premises() {
    return premises;
  }

  private static Set<String> types(List<Resource> resources) {
    return resources.stream().map(Resource::type).collect(Collectors.toSet());
  }

  /** All resources. */
  public List<Resource> resources() {
    return resources;
  }

  /** What the inputs keep from us as a whole. */
  public List<Gap> gaps() {
    return gaps;
  }

  /** What must not be shown. */
  public Secrets secrets() {
    return secrets;
  }

  /** The resources of a type. */
  public List<Resource> ofType(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /**
   * True if the inputs hold a resource of a type, be it to take it away. What they only name, and
   * what is declared beside them, they do not hold.
   */
  public boolean isAbout(String type) {
    return removedTypes.contains(type)
        || ofType(type).stream().anyMatch(one -> one.existence().standsInInput());
  }

  /** A resource by its name in the run. */
  public Optional<Resource> find(ResourceId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** A property of a resource, with references to known text replaced by that text. */
  public Value property(Resource resource, String name) {
    return resolve(resource.property(name));
  }

  /**
   * The value with references followed as far as they lead to something known. A reference that
   * ends in nothing known stays the last reference, so that it still equals itself.
   */
  public Value resolve(Value value) {
    return resolver.resolve(value);
  }

  /**
   * Whether two values are the same text, or the same thing; a reference that may be a part of a
   * text is taken for the whole unless that text would have to be longer.
   */
  public Truth same(Value a, Value b) {
    Truth same = Equality.of(resolve(a), resolve(b));
    return same == Truth.NO && (mayHold(a, b) || mayHold(b, a)) ? Truth.UNKNOWN : same;
  }

  /** True if a known text may be one that a reference is a part of. */
  private boolean mayHold(Value part, Value whole) {
    String text = resolve(whole).asText().orElse(null);
    return part instanceof Value.Reference reference
        && !reference.whole()
        && text != null
        && resolve(part).asText().filter(text::contains).isPresent();
  }

  /** Whether a value, as a reference, a name or an ARN, names a resource. */
  public Truth names(Value value, Resource resource) {
    return resolver.names(value, resource);
  }

  /** Whether a value, or one of the values of a list, names a resource. */
  public Truth namesAny(Value value, Resource resource) {
    return resolver.namesAny(value, resource);
  }

  /**
   * What many ask of a graph, worked out for the first of them.
   *
   * @param type of what there is one of for a graph
   */
  public <T> T once(Class<T> type, Supplier<T> workOut) {
    return type.cast(workedOut.computeIfAbsent(type, any -> workOut.get()));
  }
}
