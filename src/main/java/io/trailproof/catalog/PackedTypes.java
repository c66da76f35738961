package io.trailproof.catalog;

import io.trailproof.catalog.constraint.Leeway;
import io.trailproof.document.Knowledge;
import io.trailproof.document.Node;
import io.trailproof.document.PackedFile;
import io.trailproof.document.PackedReader;
import io.trailproof.document.PackedWriter;
import io.trailproof.graph.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of the bundled catalog, each read when it is first asked for: an input has few of them,
 * and to read all took a quarter of a start. The build leaves each type by itself as its reader
 * made it, and each of its spellings, which leads to it: see {@link #sections}.
 */
final class PackedTypes implements KnownTypes {
  /** The section of the names of all types, in order. */
  private static final String NAMES = "types";

  /** The section of the order in which objects of one name are settled. */
  private static final String SPACES = "spaces";

  /** The sections of what the files say beside types. */
  private static final String STAND_INS = "stand-ins";

  private static final String LEEWAY = "leeway";

  /** What the name of a type's section begins with. */
  private static final String TYPE = "type ";

  private final Map<String, Optional<ResourceType>> types = new ConcurrentHashMap<>();

  /** By what the section of the spelling is called. */
  private final Map<String, Binding> spelt = new ConcurrentHashMap<>();

  private volatile Optional<StandIns> standIns = Optional.empty();
  private volatile Optional<Leeway> leeway = Optional.empty();

  /**
   * What is packed of the files of a catalog.
   *
   * @param files as {@code rules/index.yaml} lists them
   */
  static Map<String, PackedWriter> sections(List<Node> files) {
    Catalog catalog = PackedFile.sound(NAMES, Catalog.of(Optional.empty(), files));
    Map<String, PackedWriter> sections = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (ResourceType type : catalog.types()) {
      names.add(type.name());
      sections.put(TYPE + type.name(), PackedType.pack(type));
      for (Binding binding : type.bindings()) {
        sections.put(
            spelling(binding.dialect(), binding.spelling()), new PackedWriter().text(type.name()));
      }
    }
    sections.put(NAMES, new PackedWriter().texts(names));
    sections.put(SPACES, new PackedWriter().list(catalog.spaces(), PackedWriter::texts));
    sections.put(STAND_INS, PackedBeside.pack(catalog.standIns()));
    sections.put(LEEWAY, PackedBeside.pack(catalog.leeway()));
    return sections;
  }

  /** What the section of a spelling is called. */
  private static String spelling(Dialect dialect, String spelling) {
    return dialect.word() + " " + spelling;
  }

  private static Optional<PackedReader> packed(String section) {
    return Knowledge.packed().values(section);
  }

  @Override
  public Optional<ResourceType> type(String name) {
    Optional<ResourceType> known = types.get(name);
    if (known == null) {
      Optional<ResourceType> read =
          packed(TYPE + name).map(row -> PackedType.type(name, row, this));
      Optional<ResourceType> before = types.putIfAbsent(name, read);
      known = before == null ? read : before;
    }
    return known;
  }

  @Override
  public Optional<Binding> spelt(Dialect dialect, String spelling) {
    String section = spelling(dialect, spelling);
    Binding known = spelt.get(section);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<PackedReader> type = packed(section);
    return type.map(row -> read(dialect, spelling, row.text())).map(one -> keep(section, one));
  }

  /** An input may have any spelling: what there is none of is not kept. */
  private Binding keep(String section, Binding read) {
    Binding before = spelt.putIfAbsent(section, read);
    return before == null ? read : before;
  }

  private Binding read(Dialect dialect, String spelling, String name) {
    for (Binding binding : type(name).orElseThrow().bindings()) {
      if (binding.dialect() == dialect && binding.spelling().equals(spelling)) {
        return binding;
      }
    }
    throw new IllegalStateException("no longer of " + name + ": " + spelling);
  }

  @Override
  public Collection<ResourceType> all() {
    List<ResourceType> all = new ArrayList<>();
    for (String name : packed(NAMES).orElseThrow().texts()) {
      all.add(type(name).orElseThrow());
    }
    return all;
  }

  @Override
  public List<List<String>> spaces() {
    return packed(SPACES).orElseThrow().list(PackedReader::texts);
  }

  @Override
  public StandIns standIns() {
    Optional<StandIns> known = standIns;
    if (known.isEmpty()) {
      known = packed(STAND_INS).map(PackedBeside::standIns);
      standIns = known;
    }
    return known.orElseThrow();
  }

  @Override
  public Leeway leeway() {
    Optional<Leeway> known = leeway;
    if (known.isEmpty()) {
      known = packed(LEEWAY).map(PackedBeside::leeway);
      leeway = known;
    }
    return known.orElseThrow();
  }
}
