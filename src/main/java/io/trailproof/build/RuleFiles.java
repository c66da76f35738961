package io.trailproof.build;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.ClosedFiles;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import io.trailproof.document.PackedFile;
import io.trailproof.document.PackedWriter;
import io.trailproof.document.YamlReader;
import io.trailproof.json.Json;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.RuleReader;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The YAML of the folder {@code rules} as the build left it: what is packed as it stands, and what
 * is worked into the classifications of the catalog's types.
 *
 * @param nodes the files by their paths below the folder, but for the rules' tests
 */
record RuleFiles(SortedMap<String, Node> nodes) {
  private static final String TESTS = ".test.yaml";

  /** What the catalog says of properties that nothing reads, which no start reads either. */
  private static final String CLOSED = "closed/";

  /**
   * Reads all but the rules' tests.
   *
   * @throws IllegalStateException if one is broken
   */
  static RuleFiles read(Path checkout) throws IOException {
    SortedMap<String, Node> nodes = new TreeMap<>();
    Path rules = checkout.resolve(PackedFile.FOLDER);
    try (Stream<Path> files = Files.walk(rules)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith(".yaml") && !name.endsWith(TESTS)) {
          String path = rules.relativize(file).toString().replace('\\', '/');
          nodes.put(path, read(path, file));
        }
      }
    }
    return new RuleFiles(nodes);
  }

  private static Node read(String path, Path file) throws IOException {
    try {
      SourceFile source = SourceFile.of(path, Files.readAllBytes(file));
      return PackedFile.sound(path, YamlReader.read(source));
    } catch (UnreadableSource e) {
      throw new IllegalStateException("not text: " + path, e);
    }
  }

  /**
   * What a start reads.
   *
   * @return sections by their names
   * @throws IllegalStateException if a file says what a tree cannot hold
   */
  SortedMap<String, PackedWriter> sections() {
    SortedMap<String, PackedWriter> sections = new TreeMap<>();
    Map<String, Node> catalog = listed("catalog");
    nodes.forEach(
        (path, node) -> {
          if (!path.startsWith(CLOSED) && !catalog.containsKey(path)) {
            sections.put(PackedFile.FOLDER + path, new PackedWriter().tree(tree(node)));
          }
        });
    sections.putAll(BundledCatalog.sections(List.copyOf(catalog.values())));
    RuleReader reader = new RuleReader(catalog(), Predicates.ALL);
    sections.put(BundledRules.ON, BundledRules.packOn(BundledRules.read(reader, this::listed)));
    return sections;
  }

  /** The files of a kind, in the order in which {@code index.yaml} lists them. */
  Map<String, Node> listed(String kind) {
    Map<String, Node> listed = new LinkedHashMap<>();
    for (String path : paths(kind)) {
      Optional.ofNullable(nodes.get(path)).ifPresent(node -> listed.put(path, node));
    }
    return listed;
  }

  private List<String> paths(String kind) {
    return Optional.ofNullable(nodes.get("index.yaml"))
        .flatMap(Node::asMapping)
        .flatMap(index -> index.get(kind))
        .stream()
        .flatMap(list -> list.asSequence().stream())
        .flatMap(list -> list.items().stream())
        .flatMap(path -> path.asString().stream())
        .toList();
  }

  /** The catalog that they hold, none of its types closed. */
  Catalog catalog() {
    List<Node> files = List.copyOf(listed("catalog").values());
    return PackedFile.sound("catalog", Catalog.of(Optional.empty(), files));
  }

  /** The files of {@code rules/closed}. */
  ClosedFiles closed() {
    ClosedFiles closed = new ClosedFiles();
    nodes.forEach(
        (path, node) -> {
          if (path.startsWith(CLOSED)) {
            closed.read(node);
          }
        });
    for (Diagnostic problem : closed.problems()) {
      throw new IllegalStateException(CLOSED + ": " + problem.message());
    }
    return closed;
  }

  private static Json tree(Node node) {
    if (node.tag() != null) {
      throw new IllegalStateException("tag " + node.tag() + " at " + node.span().position());
    }
    return node.match(
        RuleFiles::scalar,
        sequence -> new Json.Arr(sequence.items().stream().map(RuleFiles::tree).toList()),
        RuleFiles::mapping);
  }

  private static Json scalar(Node.Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> new Json.Str(scalar.text());
      case NUMBER -> new Json.Num(scalar.text());
      case BOOLEAN -> truth(scalar);
      case NULL -> Json.Null.NULL;
    };
  }

  /** YAML has eleven more spellings of each, which a tree does not keep apart. */
  private static Json truth(Node.Scalar scalar) {
    return switch (scalar.text()) {
      case "true" -> Json.Bool.TRUE;
      case "false" -> Json.Bool.FALSE;
      default ->
          throw new IllegalStateException(
              scalar.text() + " for true or false at " + scalar.span().position());
    };
  }

  private static Json mapping(Node.Mapping mapping) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (Node.Member member : mapping.members()) {
      if (members.put(member.key(), tree(member.value())) != null) {
        throw new IllegalStateException(
            "`" + member.key() + "` twice at " + member.keySpan().position());
      }
    }
    return new Json.Obj(members);
  }
}
