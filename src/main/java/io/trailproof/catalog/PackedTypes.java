package io.trailproof.catalog;

import io.trailproof.catalog.constraint.Leeway;
import io.trailproof.document.Knowledge;
import io.trailproof.document.Node;
import io.trailproof.document.PackedFile;
import io.trailproof.graph.Dialect;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types of the bundled catalog, each read when it is first asked for: an input has few of them,
 * and to read all took a quarter of a start. The build leaves each type by itself, and beside them
 * what finds them: see {@link #sections}.
 */
final class PackedTypes implements KnownTypes {
  /** The section of what finds types, and of what the files say beside them. */
  private static final String INDEX = "catalog";

  /** What the name of a type's section begins with. */
  private static final String TYPE = "type ";

  private static final String SPACES = "spaces";
  private static final String BESIDE = "beside";

  private final Map<String, Json> index;
  private final Map<Dialect, Map<String, Json>> names = new ConcurrentHashMap<>();
  private final Map<String, Optional<ResourceType>> types = new ConcurrentHashMap<>();
  private volatile Optional<CatalogReader> beside = Optional.empty();

  PackedTypes() {
    index = members(Knowledge.packed().section(INDEX).orElseThrow());
  }

  /**
   * What is packed of the files of a catalog.
   *
   * @param files as {@code rules/index.yaml} lists them
   * @param tree a node as it is packed
   */
  static Map<String, Json> sections(List<Node> files, Function<Node, Json> tree) {
    Catalog catalog = PackedFile.sound(INDEX, Catalog.of(Optional.empty(), files));
    Map<String, Json> sections = new LinkedHashMap<>();
    List<Json> beside = new ArrayList<>();
    for (Node file : files) {
      Map<String, Json> rest = new LinkedHashMap<>(members(tree.apply(file)));
      members(rest.remove("types")).forEach((name, type) -> sections.put(TYPE + name, type));
      rest.remove("service");
      if (!rest.isEmpty()) {
        beside.add(new Json.Obj(rest));
      }
    }
    Map<Dialect, Map<String, Json>> names = new LinkedHashMap<>();
    for (ResourceType type : catalog.types()) {
      for (Binding binding : type.bindings()) {
        names
            .computeIfAbsent(binding.dialect(), any -> new LinkedHashMap<>())
            .put(binding.spelling(), new Json.Str(type.name()));
      }
    }
    Map<String, Json> index = new LinkedHashMap<>();
    names.forEach((dialect, some) -> index.put(dialect.name(), new Json.Obj(some)));
    index.put(SPACES, new Json.Arr(catalog.spaces().stream().map(PackedTypes::texts).toList()));
    index.put(BESIDE, new Json.Arr(beside));
    sections.put(INDEX, new Json.Obj(index));
    return sections;
  }

  private static Json texts(List<String> texts) {
    return new Json.Arr(texts.stream().<Json>map(Json.Str::new).toList());
  }

  @Override
  public Optional<ResourceType> type(String name) {
    Optional<ResourceType> known = types.get(name);
    if (known == null) {
      Optional<ResourceType> read = read(name); // reading one may ask for others
      Optional<ResourceType> before = types.putIfAbsent(name, read);
      known = before == null ? read : before;
    }
    return known;
  }

  private Optional<ResourceType> read(String name) {
    return PackedFile.section(TYPE + name)
        .map(
            node -> {
              CatalogReader reader = new CatalogReader(this, Closing.PACKED);
              return PackedFile.sound(name, reader.readType(name, node));
            });
  }

  @Override
  public Optional<Binding> spelt(Dialect dialect, String spelling) {
    Json name = names(dialect).get(spelling);
    if (name == null) {
      return Optional.empty();
    }
    for (Binding binding : type(text(name)).orElseThrow().bindings()) {
      if (binding.dialect() == dialect && binding.spelling().equals(spelling)) {
        return Optional.of(binding);
      }
    }
    throw new IllegalStateException("no longer of " + text(name) + ": " + spelling);
  }

  /** The types by what they are called in a dialect. */
  private Map<String, Json> names(Dialect dialect) {
    return names.computeIfAbsent(dialect, any -> members(index.get(any.name())));
  }

  @Override
  public Collection<ResourceType> all() {
    List<ResourceType> all = new ArrayList<>();
    names(Dialect.CANONICAL).keySet().forEach(name -> all.add(type(name).orElseThrow()));
    return all;
  }

  @Override
  public List<List<String>> spaces() {
    List<List<String>> spaces = new ArrayList<>();
    for (Json space : index.getOrDefault(SPACES, Json.Null.NULL).children()) {
      List<String> names = new ArrayList<>();
      space.children().forEach(name -> names.add(text(name)));
      spaces.add(names);
    }
    return spaces;
  }

  @Override
  public StandIns standIns() {
    return beside().standIns();
  }

  @Override
  public Leeway leeway() {
    return beside().leeway();
  }

  private CatalogReader beside() {
    Optional<CatalogReader> before = beside;
    if (before.isPresent()) {
      return before.get();
    }
    CatalogReader reader = new CatalogReader(this, Closing.PACKED);
    for (Json rest : index.getOrDefault(BESIDE, Json.Null.NULL).children()) {
      PackedFile.sound(BESIDE, reader.read(PackedFile.node(BESIDE, rest)));
    }
    beside = Optional.of(reader);
    return reader;
  }

  private static Map<String, Json> members(@Nullable Json tree) {
    return tree instanceof Json.Obj object ? object.members() : Map.of();
  }

  private static String text(Json tree) {
    return ((Json.Str) tree).value();
  }
}
