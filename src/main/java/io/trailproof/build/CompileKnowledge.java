package io.trailproof.build;

import io.trailproof.catalog.AttributeTree;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Classification;
import io.trailproof.catalog.ClosedFiles;
import io.trailproof.catalog.Schemas;
import io.trailproof.document.Handbook;
import io.trailproof.document.Knowledge;
import io.trailproof.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the folder {@code rules}, what its part {@code closed} says of the properties of types, and
 * what the folder {@code snapshots} tells of AWS's types, into {@link Knowledge}; and what is
 * printed when somebody asks into {@link Handbook}.
 */
public final class CompileKnowledge {
  private CompileKnowledge() {}

  /**
   * Compiles.
   *
   * @param arguments the root of the checkout and the folder of the compiled classes
   * @throws IllegalStateException if a snapshot or a file of {@code rules/closed} is broken
   */
  public static void main(String[] arguments) throws IOException {
    Path checkout = Path.of(arguments[0]);
    Path classes = Path.of(arguments[1]);
    write(classes, Knowledge.class, compile(checkout));
    write(classes, Handbook.class, HandbookFiles.compile(checkout, classes));
  }

  /** Puts constants in the place of the class of parts that a class has. */
  private static void write(Path classes, Class<?> of, KnowledgeWriter writer) throws IOException {
    String name = of.getName().replace('.', '/') + "Parts";
    Path file = classes.resolve(name + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, writer.constants(name));
  }

  /** The sections that a checkout compiles to. */
  static KnowledgeWriter compile(Path checkout) throws IOException {
    KnowledgeWriter writer = new KnowledgeWriter();
    Snapshots snapshots = Snapshots.read(checkout);
    RuleFiles rules = RuleFiles.read(checkout);
    rules.sections().forEach(writer::add);
    ClosedFiles closed = rules.closed();
    classifications(closed, rules.catalog(), snapshots)
        .forEach((type, tree) -> writer.add(Classification.SECTION + type, tree));
    Map<String, Json> silencing = new LinkedHashMap<>();
    closed.silencing().forEach((type, fact) -> silencing.put(type, new Json.Str(fact)));
    writer.add(Schemas.SILENCING, new Json.Obj(silencing));
    snapshots.schemas().forEach((type, schema) -> writer.add(Schemas.SCHEMA + type, schema));
    snapshots.given().forEach((type, names) -> writer.add(Schemas.GIVEN + type, names));
    snapshots
        .groups()
        .forEach((group, names) -> writer.add(Schemas.NAMES + group, new Json.Arr(names)));
    return writer;
  }

  /** What is known of the properties of the closed types, by spelling. */
  static Map<String, Json> classifications(
      ClosedFiles closed, Catalog catalog, Snapshots snapshots) {
    Map<String, Json> all = new LinkedHashMap<>();
    closed
        .classify(catalog)
        .forEach(
            (spelling, known) -> {
              AttributeTree tree = snapshots.attributes().get(spelling);
              if (tree == null) {
                return; // a type of a transform, which no snapshot has
              }
              Json whole = within(known.tree(), tree);
              for (List<String> path : tree.allTold()) {
                whole = with(whole, path);
              }
              all.put(spelling, whole);
            });
    return all;
  }

  /** What of a tree a snapshot has too: the catalog reads some names of one spelling in all. */
  private static Json within(Json tree, AttributeTree snapshot) {
    if (tree.kind() != Json.Kind.OBJECT || snapshot.members().isEmpty()) {
      return tree;
    }
    Map<String, Json> members = new LinkedHashMap<>();
    tree.asMembers()
        .orElseThrow()
        .forEach(
            (name, below) -> {
              AttributeTree there = snapshot.members().get(name);
              if (there != null) {
                members.put(name, within(below, there));
              }
            });
    return new Json.Obj(members);
  }

  /** A tree in which a path is told, unless more is known of it. */
  private static Json with(Json tree, List<String> path) {
    if (path.isEmpty() || tree.kind() != Json.Kind.OBJECT) {
      return tree;
    }
    Map<String, Json> members = new LinkedHashMap<>(tree.asMembers().orElseThrow());
    String name = path.get(0);
    Json child = members.get(name);
    if (child != null) {
      members.put(name, with(child, path.subList(1, path.size())));
    } else if (path.size() == 1) {
      members.put(name, new Json.Str(Classification.TOLD));
    }
    return new Json.Obj(members);
  }
}
