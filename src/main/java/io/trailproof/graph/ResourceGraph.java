package io.trailproof.graph;

import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All resources of a deployment, and what their values say about each other. */
public final class ResourceGraph {
  private static final int HOPS = 32;

  /** Stands for the key of what may be the same as anything. */
  private static final String KEYLESS = "";

  private final List<Resource> resources;
  private final Map<ResourceId, Resource> byId = new HashMap<>();
  private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
  private final Set<String> removedTypes;
  private final List<Gap> gaps;
  private final Grounds grounds;
  private final Secrets secrets;
  private final Identity identity = new Identity(this);
  private final Map<String, NameIndex> names = new HashMap<>();
  private final Map<List<String>, ReferrerIndex> referrers = new HashMap<>();
  private final Map<List<String>, Map<String, List<Resource>>> columns = new HashMap<>();

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
    this(resources, types(removed), gaps, Grounds.NONE);
  }

  private ResourceGraph(
      List<Resource> resources, Set<String> removedTypes, List<Gap> gaps, Grounds grounds) {
    this.removedTypes = Set.copyOf(removedTypes);
    this.secrets = new Secrets(resources);
    this.resources = List.copyOf(resources);
    this.gaps = List.copyOf(gaps);
    this.grounds = grounds;
    for (Resource resource : resources) {
      byId.putIfAbsent(resource.id(), resource);
      byType.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
    }
  }

  /** The same graph, with what the values of some resources rest on. */
  public ResourceGraph restingOn(Grounds other) {
    return new ResourceGraph(resources, removedTypes, gaps, other);
  }

  /** What the values of resources rest on that no input shows. */
  public Grounds grounds() {
    return grounds;
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

  /** True if the inputs have anything to do with resources of a type, be it to take one away. */
  public boolean isAbout(String type) {
    return byType.containsKey(type) || removedTypes.contains(type);
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
    return resolve(value, 0);
  }

  private Value resolve(Value value, int hops) {
    if (value instanceof Value.Template) {
      return value.map(part -> resolve(part, hops + 1));
    }
    if (!(value instanceof Value.Reference reference) || hops > HOPS) {
      return value;
    }
    Resource target = byId.get(reference.target());
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

  /** Whether two values are the same text, or the same thing. */
  public Truth same(Value a, Value b) {
    return Equality.of(resolve(a), resolve(b));
  }

  /** Whether a value, as a reference, a name or an ARN, names a resource. */
  public Truth names(Value value, Resource resource) {
    return identity.names(value, resource);
  }

  /** The resources of a type that a value names for certain. */
  public List<Resource> named(String type, Value value) {
    return index(type).named(value);
  }

  /**
   * The resources of a type that a value may name, and perhaps others; in the order of the type.
   */
  public List<Resource> possiblyNamed(String type, Value value) {
    return index(type).possible(value);
  }

  /** The resources of a type whose property may name a resource, and perhaps others; likewise. */
  public List<Resource> possibleReferrers(String type, String property, Resource to) {
    return referrers
        .computeIfAbsent(
            List.of(type, property, to.type()),
            any -> new ReferrerIndex(ofType(type), property, index(to.type())))
        .possible(to);
  }

  private NameIndex index(String type) {
    NameIndex index = names.get(type);
    if (index == null) {
      index = new NameIndex(this, ofType(type));
      names.put(type, index);
    }
    return index;
  }

  /** The resources of a type whose property is the same as a value for certain. */
  public List<Resource> having(String type, String property, Value value) {
    Value wanted = resolve(value);
    if (Equality.isLikeNothing(wanted)) {
      return List.of();
    }
    return Equality.key(wanted)
        .map(key -> column(type, property, key))
        .orElseGet(() -> ofType(type))
        .stream()
        .filter(one -> same(one.property(property), value) == Truth.YES)
        .toList();
  }

  private List<Resource> column(String type, String property, String wanted) {
    Map<String, List<Resource>> byKey = columns.get(List.of(type, property));
    if (byKey == null) {
      byKey = new HashMap<>();
      for (Resource resource : ofType(type)) {
        Value value = property(resource, property);
        if (!Equality.isLikeNothing(value)) {
          String key = Equality.key(value).orElse(KEYLESS);
          byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(resource);
        }
      }
      columns.put(List.of(type, property), byKey);
    }
    List<Resource> keyless = byKey.getOrDefault(KEYLESS, List.of());
    List<Resource> keyed = byKey.getOrDefault(wanted, List.of());
    if (keyless.isEmpty()) {
      return keyed;
    }
    List<Resource> both = new ArrayList<>(keyed);
    both.addAll(keyless);
    return both;
  }

  /**
   * The resources of a type whose property names a resource, the certain ones and the possible.
   *
   * @param property a property that holds one value or a list of them
   */
  public Map<Resource, Truth> referrers(String type, String property, Resource to) {
    Map<Resource, Truth> found = new LinkedHashMap<>();
    for (Resource candidate : possibleReferrers(type, property, to)) {
      Truth named = namesAny(candidate.property(property), to);
      if (named != Truth.NO) {
        found.put(candidate, named);
      }
    }
    return found;
  }

  /** Whether a value, or one of the values of a list, names a resource. */
  public Truth namesAny(Value value, Resource to) {
    if (value.isAbsent()) {
      return Truth.NO;
    }
    if (value instanceof Value.Items items) {
      Truth best = Truth.NO;
      for (Value item : items.items()) {
        best = best.or(namesAny(item, to));
      }
      return best;
    }
    if (value instanceof Value.Choice choice) {
      List<Truth> each =
          choice.candidates().stream().map(candidate -> namesAny(candidate, to)).toList();
      return Equality.unanimous(each);
    }
    return names(value, to);
  }
}
