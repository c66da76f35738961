package io.trailproof.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.catalog.AttributeTree;
import io.trailproof.catalog.Binding;
import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Classification;
import io.trailproof.catalog.ClosedFiles;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Dialect;
import io.trailproof.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what {@code rules/closed} says to the snapshots: nothing is left out, nothing made up. */
final class ClosedCatalogTest {
  private static final Path CHECKOUT = Path.of(System.getProperty("trailproof.root", ""));
  private static final Catalog CATALOG = BundledCatalog.read();
  private static final Snapshots SNAPSHOTS = snapshots();
  private static final ClosedFiles CLOSED = closed();
  private static final Map<String, Json> CLASSIFIED =
      CompileKnowledge.classifications(CLOSED, CATALOG, SNAPSHOTS);

  /** Types of a transform, which no registry has. */
  private static final Set<String> OF_TRANSFORMS = Set.of("AWS::Serverless::Function");

  private static Snapshots snapshots() {
    try {
      return Snapshots.read(CHECKOUT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ClosedFiles closed() {
    try {
      return RuleFiles.read(CHECKOUT).closed();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyTypeIsClosedOrToldApartOnly() {
    Set<String> said = new TreeSet<>(CLOSED.closed());
    said.addAll(CLOSED.identityOnly());
    Set<String> types = new TreeSet<>();
    CATALOG.types().forEach(type -> types.add(type.name()));
    assertEquals(types, said);
    Set<String> both = new TreeSet<>(CLOSED.closed());
    both.retainAll(CLOSED.identityOnly());
    assertEquals(Set.of(), both);
  }

  @Test
  void noPropertyOfAClosedTypeIsUnclassified() {
    Map<String, List<String>> left = new TreeMap<>();
    CLASSIFIED.forEach(
        (spelling, tree) -> {
          AttributeTree taken = SNAPSHOTS.attributes().get(spelling);
          if (taken != null) {
            List<String> paths = new ArrayList<>();
            unclassified(taken, tree, "", paths);
            if (!paths.isEmpty()) {
              left.put(spelling, paths);
            }
          }
        });
    assertEquals(Map.of(), left);
  }

  private static void unclassified(
      AttributeTree taken, Json known, String path, List<String> into) {
    Map<String, Json> members = known.asMembers().orElse(null);
    if (members == null) {
      return;
    }
    if (taken.members().isEmpty() && !path.isEmpty()) {
      return; // any may stand there
    }
    taken
        .members()
        .forEach(
            (name, below) -> {
              String at = path.isEmpty() ? name : path + "." + name;
              Json child = members.get(name);
              if (child == null) {
                into.add(at);
              } else {
                unclassified(below, child, at, into);
              }
            });
  }

  @Test
  void everySpellingOfAClosedTypeIsInASnapshot() {
    Set<String> left = new TreeSet<>();
    for (String spelling : CLOSED.classify(CATALOG).keySet()) {
      if (!SNAPSHOTS.names().contains(spelling) && !OF_TRANSFORMS.contains(spelling)) {
        left.add(spelling);
      }
    }
    assertEquals(Set.of(), left);
  }

  @Test
  void everyWordIsAboutAPropertyOfASnapshot() {
    List<String> madeUp = new ArrayList<>();
    for (String name : CLOSED.closed()) {
      ResourceType type = CATALOG.type(name).orElseThrow();
      CLOSED
          .words(name)
          .forEach(
              (dialect, words) ->
                  words.values().stream()
                      .flatMap(List::stream)
                      .filter(path -> trees(type, dialect).noneMatch(tree -> has(tree, path)))
                      .forEach(path -> madeUp.add(name + " " + dialect + " " + path)));
    }
    assertEquals(List.of(), madeUp);
  }

  /** Of the types that it is, and of those that it is written in. */
  private static Stream<AttributeTree> trees(ResourceType type, Dialect dialect) {
    Stream<AttributeTree> own =
        type.bindings().stream()
            .filter(binding -> binding.dialect() == dialect)
            .filter(binding -> !binding.spelling().startsWith("awscc_"))
            .flatMap(binding -> tree(binding).stream());
    Stream<AttributeTree> inside =
        CATALOG.types().stream()
            .filter(owner -> owner.withEmbedded().contains(type.name()) && owner != type)
            .flatMap(owner -> owner.bindings().stream())
            .filter(binding -> binding.dialect() == dialect)
            .flatMap(binding -> tree(binding).stream())
            .flatMap(tree -> tree.members().values().stream());
    return Stream.concat(own, inside);
  }

  private static Optional<AttributeTree> tree(Binding binding) {
    return Optional.ofNullable(SNAPSHOTS.attributes().get(binding.spelling()));
  }

  private static boolean has(AttributeTree tree, String path) {
    return tree.at(Arrays.asList(path.split("\\.", -1))).isPresent();
  }

  @Test
  void whatTheCatalogReadsIsInASnapshot() {
    List<String> madeUp = new ArrayList<>();
    Map<String, Classification> unpruned = CLOSED.classify(CATALOG);
    for (String name : CLOSED.closed()) {
      ResourceType type = CATALOG.type(name).orElseThrow();
      for (Dialect dialect : List.of(Dialect.TERRAFORM, Dialect.CLOUDFORMATION)) {
        Set<String> read = new TreeSet<>();
        type.bindings().stream()
            .filter(binding -> binding.dialect() == dialect)
            .filter(binding -> !binding.spelling().startsWith("awscc_"))
            .flatMap(binding -> Optional.ofNullable(unpruned.get(binding.spelling())).stream())
            .forEach(known -> paths(known.tree(), List.of(), read));
        read.removeAll(OF_EARLIER_SCHEMAS);
        read.removeIf(path -> COMMON.contains(path) || INSIDE.contains(path.split("\\.", -1)[0]));
        read.removeIf(path -> trees(type, dialect).anyMatch(tree -> has(tree, path)));
        read.forEach(path -> madeUp.add(name + " " + dialect + " " + path));
      }
    }
    assertEquals(List.of(), madeUp);
  }

  /** What all types of a format are taken to have. */
  private static final Set<String> COMMON =
      Set.of("Tags", "tags", "tags_all", "timeouts", "id", "region");

  /** What is read since AWS refuses it by now (F221). */
  private static final Set<String> OF_EARLIER_SCHEMAS =
      Set.of("ScheduledQueryConfiguration.QueryLanguage");

  /** Where types are written inside others, which have fewer properties there. */
  private static final Set<String> INSIDE =
      Set.of("Policies", "Subscription", "Targets", "inline_policy");

  private static void paths(Json tree, List<String> path, Set<String> into) {
    if (tree.kind() != Json.Kind.OBJECT) {
      into.add(String.join(".", path));
    }
    tree.asMembers()
        .orElse(Map.of())
        .forEach(
            (name, below) -> {
              List<String> longer = new ArrayList<>(path);
              longer.add(name);
              paths(below, longer, into);
            });
  }

  @Test
  void noWordCoversWhatTheCatalogReads() {
    List<String> covered = new ArrayList<>();
    for (ResourceType type : CATALOG.types()) {
      CLOSED
          .words(type.name())
          .forEach(
              (dialect, words) ->
                  words.forEach(
                      (word, paths) ->
                          paths.stream()
                              .filter(path -> !word.equals("read"))
                              .filter(
                                  path ->
                                      type.properties().stream()
                                          .anyMatch(one -> covers(path, one, dialect)))
                              .forEach(path -> covered.add(type + " " + path))));
    }
    assertEquals(List.of(), covered);
  }

  private static boolean covers(String path, Property property, Dialect dialect) {
    String at = property.spelt(dialect, "").replaceAll("\\[[0-9]+\\]", "");
    return at.equals(path)
        || at.startsWith(path + ".")
        || (path.startsWith(at + ".")
            && property.items().stream()
                .anyMatch(one -> covers(path.substring(at.length() + 1), one, dialect)));
  }
}
