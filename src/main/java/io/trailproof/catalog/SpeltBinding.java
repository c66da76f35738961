package io.trailproof.catalog;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One spelling of a catalog type. */
record SpeltBinding(ResourceType type, ResourceType.Spelling spelt) implements Binding {

  @Override
  public Dialect dialect() {
    return spelt.dialect();
  }

  @Override
  public String spelling() {
    return spelt.type();
  }

  @Override
  public Optional<String> attribute(String path) {
    String named = spelt.references().get(path);
    if (named != null) {
      return Optional.of(named);
    }
    return property(path).map(Property::name);
  }

  @Override
  public Optional<String> onlyUnknownAttribute() {
    return spelt.onlyUnknown();
  }

  @Override
  public boolean isList(String path) {
    return property(path).filter(one -> one.kind() == Kind.LIST).isPresent();
  }

  @Override
  public Set<String> targets(String path) {
    return property(path).map(Property::targets).orElse(Set.of());
  }

  @Override
  public Optional<String> namesBy(String path) {
    return property(path).flatMap(Property::attribute);
  }

  @Override
  public boolean isRequired(String path) {
    return property(path).filter(Property::required).isPresent();
  }

  @Override
  public boolean isNoText(String path) {
    return property(path)
        .filter(one -> one.kind() == Kind.NUMBER || one.kind() == Kind.BOOLEAN)
        .isPresent();
  }

  @Override
  public Value.Fields written(Map<String, Value> properties) {
    return WrittenProperties.of(type.properties(), properties, dialect(), spelling());
  }

  @Override
  public Optional<String> place(String property) {
    return type.property(property)
        .flatMap(one -> one.spelling(dialect(), spelling()))
        .map(spelling -> spelling.path().text());
  }

  @Override
  public Optional<String> referring(String attribute) {
    return spelt.references().entrySet().stream()
        .filter(one -> one.getValue().equals(attribute))
        .map(Map.Entry::getKey)
        .sorted(
            Comparator.<String, Boolean>comparing(path -> !path.equals(attribute))
                .thenComparing(path -> !path.equals("id"))
                .thenComparing(Comparator.naturalOrder()))
        .findFirst();
  }

  private Optional<Property> property(String path) {
    return type.properties().stream()
        .filter(
            one ->
                one.spelling(dialect(), spelling())
                    .filter(spelling -> spelling.path().text().equals(path))
                    .isPresent())
        .findFirst();
  }

  @Override
  public boolean reads(String property) {
    for (Property one : type.properties()) {
      Optional<Property.Spelling> spelling = one.spelling(dialect(), spelling());
      if (spelling.isPresent() && spelling.get().path().root().equals(property)) {
        return true;
      }
    }
    for (ResourceType.Embedding embedding : type.embeddings()) {
      PropertyPath at = at(embedding);
      if (at != null && at.root().equals(property)) {
        return true;
      }
    }
    return classification().filter(known -> known.asksFor(property)).isPresent();
  }

  @Override
  public Optional<Classification> classification() {
    return dialect() == Dialect.CANONICAL
        ? Optional.empty()
        : type.classification(dialect(), spelling(), isAlike());
  }

  @Override
  public boolean isRequiredByRegistry(String path) {
    return spelt.like().filter(type -> Required.is(type, names(path))).isPresent();
  }

  private static List<String> names(String path) {
    return PropertyPath.parse(path).names();
  }

  /** The spelling; empty for the catalog's own words, which every type has. */
  static Optional<ResourceType.Spelling> spelling(Binding binding) {
    return binding instanceof SpeltBinding own && own.dialect() != Dialect.CANONICAL
        ? Optional.of(own.spelt)
        : Optional.empty();
  }

  @Override
  public List<Resource> resources(
      ResourceId id,
      Value.Fields raw,
      Place place,
      Existence existence,
      @Nullable Span span,
      Given given) {
    Optional<ClosedMarks> marks =
        existence == Existence.MANAGED || existence == Existence.IMPORTED
            ? classification().map(known -> new ClosedMarks(known, spelling(), given))
            : Optional.empty();
    List<Resource> all = new ArrayList<>();
    List<String> inside = new ArrayList<>();
    for (ResourceType.Embedding embedding : type.embeddings()) {
      PropertyPath at = at(embedding);
      if (at != null) {
        inside.add(at.text());
        embedded(embedding, at, id, raw, place, existence, marks, all);
      }
    }
    Resource own = resource(id, raw, place, existence, span);
    all.add(0, marks.map(one -> one.mark(own, raw, inside)).orElse(own));
    return all;
  }

  private @Nullable PropertyPath at(ResourceType.Embedding embedding) {
    PropertyPath alike = embedding.at().get(Dialect.CLOUDFORMATION);
    return isAlike() && alike != null ? alike.inSnakeCase() : embedding.at().get(dialect());
  }

  private Resource resource(
      ResourceId id, Value.Fields raw, Place place, Existence existence, @Nullable Span span) {
    Map<String, Value> properties = new LinkedHashMap<>();
    for (Property property : type.properties()) {
      Value value = property.read(raw, dialect(), spelling());
      if (!value.isAbsent()) {
        properties.put(property.name(), value);
      }
    }
    if (existence == Existence.EXISTING && dialect() == Dialect.TERRAFORM) {
      hide(properties, raw);
    }
    carry("exists", raw, properties);
    if (dialect() == Dialect.CANONICAL) {
      carry(ClosedMarks.UNCLASSIFIED, raw, properties);
      carry(ClosedMarks.SILENCING, raw, properties);
    }
    if (type.property("name").isPresent() && !properties.containsKey("name")) {
      properties.put("name", new Value.Reference(id, "name", Origin.at(span)));
    }
    type.arn().ifPresent(shape -> properties.put("arn", arn(shape, raw, properties, place, span)));
    return new Resource(id, type.name(), dialect(), existence, place, properties, span);
  }

  private static void carry(String name, Value.Fields raw, Map<String, Value> properties) {
    Value value = raw.fields().get(name);
    if (value != null) {
      properties.put(name, value);
    }
  }

  private Value arn(
      ArnShape shape,
      Value.Fields raw,
      Map<String, Value> properties,
      Place place,
      @Nullable Span span) {
    Value written = raw.fields().get("arn");
    boolean asWritten = dialect() != Dialect.CLOUDFORMATION && !isAlike();
    if (written != null && written.isKnown() && asWritten) {
      return written;
    }
    return shape.of(properties, place, Origin.at(span));
  }

  /** F105: a data source shows little; what it does not show is not known to be unset. */
  private void hide(Map<String, Value> properties, Value.Fields raw) {
    for (Property property : type.properties()) {
      boolean shown =
          property
              .spelling(dialect(), spelling())
              .map(spelling -> raw.fields().containsKey(spelling.path().root()))
              .orElse(false);
      if (!shown) {
        properties.put(
            property.name(), new Value.Unknown("is not shown by a data source", raw.origin()));
      }
    }
  }

  private void embedded(
      ResourceType.Embedding embedding,
      PropertyPath at,
      ResourceId owner,
      Value.Fields raw,
      Place place,
      Existence existence,
      Optional<ClosedMarks> marks,
      List<Resource> into) {
    Value list = at.find(raw);
    ResourceType inner = type.inner(embedding);
    String wanted = inner.property(embedding.owner()).flatMap(Property::attribute).orElse("name");
    Value ownerName = new Value.Reference(owner, wanted, list.origin());
    if (list instanceof Value.Items items) {
      int index = 0;
      for (Value item : items.items()) {
        ResourceId id =
            new ResourceId(owner.input(), owner.address() + "." + at.text() + "[" + index++ + "]");
        Resource made = inner(inner, embedding, id, item, ownerName, place, existence);
        into.add(marks.map(one -> one.markWithin(made, at.text(), item)).orElse(made));
      }
    } else if (!list.isAbsent()) {
      ResourceId id = new ResourceId(owner.input(), owner.address() + "." + at.text());
      Resource made = inner(inner, embedding, id, list, ownerName, place, existence);
      into.add(marks.map(one -> one.markWithin(made, at.text(), list)).orElse(made));
    }
  }

  boolean isAlike() {
    return spelt.like().isPresent();
  }

  private Resource inner(
      ResourceType inner,
      ResourceType.Embedding embedding,
      ResourceId id,
      Value item,
      Value owner,
      Place place,
      Existence existence) {
    String spelling = inner.spellingWithin(dialect(), isAlike());
    Map<String, Value> properties = new LinkedHashMap<>();
    for (Property property : inner.properties()) {
      Value value =
          item instanceof Value.Fields
              ? property.read(item, dialect(), spelling)
              : new Value.Unknown("is not known", item.origin());
      if (!value.isAbsent()) {
        properties.put(property.name(), value);
      }
    }
    properties.put(
        embedding.owner(),
        inner.property(embedding.owner()).map(one -> one.kind().read(owner)).orElse(owner));
    return new Resource(
        id, inner.name(), dialect(), existence, place, properties, item.origin().span());
  }
}
