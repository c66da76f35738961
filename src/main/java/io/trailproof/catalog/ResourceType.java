package io.trailproof.catalog;

import io.trailproof.graph.Arn;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One AWS resource type: its canonical properties and its spellings. */
public final class ResourceType {
  private final String name;
  private final String title;
  private final Optional<ArnShape> arn;
  private final List<Property> properties;
  private final List<Embedding> embeddings;
  private final Optional<PhysicalIdentity> identity;
  private final Optional<String> diesWith;
  private final Closing closing;
  private final TypeSource types;
  private final Map<String, Optional<Classification>> classifications = new ConcurrentHashMap<>();
  private final List<Binding> bindings;

  /**
   * One spelling of a type.
   *
   * @param references what a reference to the resource with some path means
   * @param onlyUnknown the one attribute that can be unknown where others are known
   * @param like the type of CloudFormation's that it is made of, by Terraform's Cloud Control
   *     provider
   */
  record Spelling(
      Dialect dialect,
      String type,
      Map<String, String> references,
      Optional<String> onlyUnknown,
      Optional<String> like) {}

  /**
   * Resources written inside this one.
   *
   * @param owner the property of the inner resource that names this one
   */
  record Embedding(String type, Map<Dialect, PropertyPath> at, String owner) {}

  ResourceType(
      String name,
      String title,
      Optional<ArnShape> arn,
      List<Spelling> spellings,
      List<Property> properties,
      List<Embedding> embeddings,
      Optional<PhysicalIdentity> identity,
      Optional<String> diesWith,
      Closing closing,
      TypeSource types) {
    this.name = name;
    this.title = title;
    this.arn = arn;
    this.properties = List.copyOf(properties);
    this.embeddings = List.copyOf(embeddings);
    this.identity = identity;
    this.diesWith = diesWith;
    this.closing = closing;
    this.types = types;
    List<Binding> all = new ArrayList<>();
    for (Spelling spelling : spellings) {
      all.add(new SpeltBinding(this, spelling));
    }
    Spelling own =
        new Spelling(Dialect.CANONICAL, name, Map.of(), Optional.empty(), Optional.empty());
    all.add(new SpeltBinding(this, own));
    this.bindings = List.copyOf(all);
  }

  /** Finds types by name once all are read, since types name each other. */
  interface TypeSource {
    Optional<ResourceType> type(String name);
  }

  /** The canonical name, such as {@code aws.sns.Topic}. */
  public String name() {
    return name;
  }

  /** The words users know it by, such as {@code topic}. */
  public String title() {
    return title;
  }

  /** Its spellings, the catalog's own words last. */
  public List<Binding> bindings() {
    return bindings;
  }

  /** The spelling in the catalog's own words. */
  public Binding canonical() {
    return bindings.get(bindings.size() - 1);
  }

  /** Its properties. */
  public List<Property> properties() {
    return properties;
  }

  /** A property by its canonical name. */
  public Optional<Property> property(String property) {
    return properties.stream().filter(one -> one.name().equals(property)).findFirst();
  }

  /** The property that names a resource of another type; empty if none or several do. */
  public Optional<Property> linkTo(String type) {
    List<Property> links = properties.stream().filter(one -> one.links().contains(type)).toList();
    return links.size() == 1 ? Optional.of(links.get(0)) : Optional.empty();
  }

  /** False if a known ARN is of another service or kind. */
  public boolean mayHave(Arn known) {
    return arn.map(shape -> shape.fits(known)).orElse(true);
  }

  /** The name in a known ARN of this type, if it ends in the name alone. */
  public Optional<Value> nameIn(Arn known) {
    return arn.flatMap(shape -> shape.nameIn(known));
  }

  public Optional<ArnShape> arn() {
    return arn;
  }

  /** What makes two of them one object; empty where AWS makes up what tells them apart. */
  public Optional<PhysicalIdentity> identity() {
    return identity;
  }

  /** The property that names what it goes with when that is deleted (table T8). */
  public Optional<Property> diesWith() {
    return diesWith.flatMap(this::property);
  }

  /** The same type with other words for its properties. */
  ResourceType closed(Closing other, TypeSource all) {
    return new ResourceType(
        name,
        title,
        arn,
        bindings.stream().flatMap(one -> SpeltBinding.spelling(one).stream()).toList(),
        properties,
        embeddings,
        identity,
        diesWith,
        other,
        all);
  }

  Closing closing() {
    return closing;
  }

  /** The properties of one spelling that are known of; empty if any may be set. */
  Optional<Classification> classification(Dialect dialect, String spelling, boolean alike) {
    return switch (closing.kind()) {
      case OPEN -> Optional.empty();
      case PACKED -> classifications.computeIfAbsent(spelling, Classification::packed);
      case STATED ->
          classifications.computeIfAbsent(
              spelling, any -> Optional.of(ClassifiedTree.of(this, dialect, spelling, alike)));
    };
  }

  /** The type of what is written inside this one. */
  ResourceType inner(Embedding embedding) {
    return types
        .type(embedding.type())
        .orElseThrow(() -> new IllegalStateException("no type " + embedding.type()));
  }

  /** The spelling by which this type stands inside another one. */
  String spellingWithin(Dialect dialect, boolean alike) {
    return bindings.stream()
        .filter(binding -> binding.dialect() == dialect)
        .filter(binding -> binding instanceof SpeltBinding own && own.isAlike() == alike)
        .map(Binding::spelling)
        .findFirst()
        .orElse(name);
  }

  List<Embedding> embeddings() {
    return embeddings;
  }

  /** The names of this type and of those that may be written inside a resource of it. */
  public Set<String> withEmbedded() {
    return Stream.concat(Stream.of(name), embeddings.stream().map(Embedding::type))
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return name;
  }
}
