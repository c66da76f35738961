package io.trailproof.catalog;

import io.trailproof.catalog.constraint.Leeway;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads catalog files: YAML mappings whose shape {@code rules/schema} states. */
final class CatalogReader {
  private static final Set<String> TYPE_KEYS =
      Set.of(
          "title",
          "arn",
          "terraform",
          "cloudformation",
          "properties",
          "embeds",
          "identity",
          "dies_with",
          "closed");
  private static final Set<String> PROPERTY_KEYS =
      Set.of(
          "type",
          "link",
          "by",
          "terraform",
          "cloudformation",
          "default",
          "unset",
          "empty",
          "required",
          "items",
          "description");
  private static final List<Dialect> SPELT = List.of(Dialect.TERRAFORM, Dialect.CLOUDFORMATION);

  private final List<Diagnostic> problems = new ArrayList<>();
  private final ResourceType.TypeSource types;
  private final Closing closing;
  private StandIns standIns = StandIns.NONE;
  private Leeway leeway = Leeway.NONE;

  /**
   * A reader.
   *
   * @param closing of a type that does not say whether it is closed
   */
  CatalogReader(ResourceType.TypeSource types, Closing closing) {
    this.types = types;
    this.closing = closing;
  }

  Outcome<List<ResourceType>> read(Node root) {
    List<ResourceType> read = new ArrayList<>();
    MappingReader file = new MappingReader(root, CatalogError.ID, problems);
    file.allow(Set.of("service", "types", "stand_ins", "registry"));
    file.mapping("stand_ins").ifPresent(this::standIns);
    file.mapping("registry").ifPresent(given -> leeway = leeway.and(LeewayReader.read(given)));
    file.mapping("types")
        .ifPresent(
            all ->
                all.members()
                    .forEach(member -> read.add(type(member.key(), all.reader(member.value())))));
    return new Outcome<>(read, problems);
  }

  /** What the files that were read take for stand-ins. */
  StandIns standIns() {
    return standIns;
  }

  /** Where they say that the service and the schemas of the registry differ. */
  Leeway leeway() {
    return leeway;
  }

  private void standIns(MappingReader given) {
    given.allow(Set.of("domains", "words", "beginnings"));
    standIns =
        standIns.and(
            new StandIns(given.texts("domains"), given.texts("words"), given.texts("beginnings")));
  }

  private ResourceType type(String name, MappingReader type) {
    type.allow(TYPE_KEYS);
    List<ResourceType.Spelling> spellings = new ArrayList<>();
    for (Dialect dialect : SPELT) {
      type.mappings(dialect.word()).forEach(one -> spellings.add(spelling(dialect, one)));
    }
    spellings.forEach(spelling -> known(spelling, spellings, type));
    List<ResourceType.Spelling> alike =
        spellings.stream().filter(spelling -> spelling.like().isPresent()).toList();
    List<Property> properties =
        type.mapping("properties").map(all -> properties(all, alike)).orElse(List.of());
    return new ResourceType(
        name,
        type.need("title"),
        type.text("arn").map(ArnShape::parse),
        spellings,
        properties,
        type.mappings("embeds").stream().map(this::embedding).toList(),
        type.mapping("identity").map(one -> identity(one, properties)),
        type.text("dies_with"),
        type.get("closed").isPresent() ? Closing.read(type, "closed") : closing,
        types);
  }

  private static PhysicalIdentity identity(MappingReader identity, List<Property> properties) {
    identity.allow(Set.of("by", "again", "ignore_case", "shares", "alike"));
    List<String> by = identity.texts("by");
    List<String> alike = identity.texts("alike");
    Stream.concat(by.stream(), alike.stream())
        .filter(name -> properties.stream().noneMatch(one -> one.name().equals(name)))
        .forEach(name -> identity.problem(CatalogError.NO_PROPERTY, identity.span(), name));
    boolean alone = identity.get("again").flatMap(Node::asScalar).isPresent();
    MappingReader each = alone ? identity : identity.mapping("again").orElse(identity);
    if (!alone) {
      each.allow(Set.of("api", "handler"));
    }
    return new PhysicalIdentity(
        by,
        again(each, alone ? "again" : "api"),
        again(each, alone ? "again" : "handler"),
        identity.text("ignore_case").filter("true"::equals).isPresent(),
        identity.texts("shares"),
        alike);
  }

  private static PhysicalIdentity.Again again(MappingReader reader, String key) {
    String word = reader.need(key);
    for (PhysicalIdentity.Again again : PhysicalIdentity.Again.values()) {
      if (again.name().toLowerCase(Locale.ROOT).equals(word)) {
        return again;
      }
    }
    reader.problem(CatalogError.UNKNOWN_AGAIN, reader.span(), word);
    return PhysicalIdentity.Again.REFUSES;
  }

  private static void known(
      ResourceType.Spelling spelling, List<ResourceType.Spelling> all, MappingReader type) {
    boolean isThere =
        spelling.like().isEmpty()
            || all.stream()
                .filter(one -> one.dialect() == Dialect.CLOUDFORMATION)
                .anyMatch(one -> spelling.like().filter(one.type()::equals).isPresent());
    if (!isThere) {
      type.problem(CatalogError.LIKE_NOTHING, type.span(), spelling.like().orElseThrow());
    }
  }

  private ResourceType.Spelling spelling(Dialect dialect, MappingReader spelling) {
    spelling.allow(Set.of("type", "like", "references", "only_unknown"));
    Map<String, String> references = new LinkedHashMap<>();
    spelling
        .mapping("references")
        .ifPresent(
            all ->
                all.members()
                    .forEach(member -> references.put(member.key(), all.need(member.key()))));
    return new ResourceType.Spelling(
        dialect,
        spelling.need("type"),
        references,
        spelling.text("only_unknown"),
        spelling.text("like"));
  }

  private List<Property> properties(MappingReader all, List<ResourceType.Spelling> alike) {
    return all.members().stream()
        .map(member -> property(member.key(), all.reader(member.value()), alike))
        .toList();
  }

  private Property property(
      String name, MappingReader property, List<ResourceType.Spelling> alike) {
    property.allow(PROPERTY_KEYS);
    Kind kind = kind(property);
    List<Property.Spelling> spellings = new ArrayList<>();
    for (Dialect dialect : SPELT) {
      property.get(dialect.word()).ifPresent(node -> spelt(dialect, node, property, spellings));
    }
    spellings.addAll(0, alike(spellings, alike)); // a spelling of one type before one of all
    spellings.add(Property.Spelling.canonical(name));
    return new Property(
        name,
        kind,
        property.texts("link"),
        property.text("by"),
        List.copyOf(spellings),
        defaults(property, kind),
        property.texts("unset"),
        property.text("empty").filter("kept"::equals).isPresent(),
        property.text("required").filter("true"::equals).isPresent(),
        property.mapping("items").map(all -> properties(all, alike)).orElse(List.of()));
  }

  private static List<Property.Spelling> alike(
      List<Property.Spelling> spellings, List<ResourceType.Spelling> alike) {
    List<Property.Spelling> made = new ArrayList<>();
    for (ResourceType.Spelling type : alike) {
      spellings.stream()
          .filter(one -> one.dialect() == Dialect.CLOUDFORMATION)
          .filter(one -> one.isOf(type.like().orElseThrow()))
          .findFirst()
          .ifPresent(one -> made.add(one.alike(type.type())));
    }
    return made;
  }

  private static Kind kind(MappingReader property) {
    String word = property.need("type");
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return kind;
      }
    }
    property.problem(CatalogError.UNKNOWN_KIND, property.span(), word);
    return Kind.STRING;
  }

  /** A path, a path with the names of pairs, or a path for each spelling of the type. */
  private static void spelt(
      Dialect dialect, Node node, MappingReader property, List<Property.Spelling> into) {
    Optional<Node.Scalar> path = node.asScalar();
    if (path.isPresent()) {
      into.add(
          new Property.Spelling(
              dialect,
              Optional.empty(),
              PropertyPath.parse(path.get().text()),
              Optional.empty(),
              dialect));
      return;
    }
    MappingReader detail = property.reader(node);
    if (detail.get("path").isPresent()) {
      detail.allow(Set.of("path", "pairs"));
      List<String> pairs = detail.texts("pairs");
      if (pairs.size() != 2) {
        detail.problem(CatalogError.NO_PAIRS, detail.span());
        return;
      }
      into.add(
          new Property.Spelling(
              dialect,
              Optional.empty(),
              PropertyPath.parse(detail.need("path")),
              Optional.of(new Property.Pairs(pairs.get(0), pairs.get(1))),
              dialect));
      return;
    }
    for (Node.Member member : detail.members()) {
      into.add(
          new Property.Spelling(
              dialect,
              Optional.of(member.key()),
              PropertyPath.parse(detail.need(member.key())),
              Optional.empty(),
              dialect));
    }
  }

  private static Map<Dialect, Value> defaults(MappingReader property, Kind kind) {
    Map<Dialect, Value> defaults = new EnumMap<>(Dialect.class);
    Optional<Node> node = property.get("default");
    if (node.isEmpty()) {
      return defaults;
    }
    if (node.get().asScalar().isPresent()) {
      Value value = kind.read(Value.text(property.need("default"), Origin.NOWHERE));
      for (Dialect dialect : Dialect.values()) {
        defaults.put(dialect, value);
      }
      return defaults;
    }
    MappingReader each = property.reader(node.get());
    each.allow(Set.of("terraform", "cloudformation"));
    for (Dialect dialect : SPELT) {
      each.text(dialect.word())
          .ifPresent(text -> defaults.put(dialect, kind.read(Value.text(text, Origin.NOWHERE))));
    }
    return defaults;
  }

  private ResourceType.Embedding embedding(MappingReader embedding) {
    embedding.allow(Set.of("type", "at", "owner"));
    Map<Dialect, PropertyPath> at = new EnumMap<>(Dialect.class);
    embedding
        .mapping("at")
        .ifPresent(
            paths -> {
              for (Dialect dialect : SPELT) {
                paths
                    .text(dialect.word())
                    .ifPresent(path -> at.put(dialect, PropertyPath.parse(path)));
              }
            });
    return new ResourceType.Embedding(embedding.need("type"), at, embedding.need("owner"));
  }
}
