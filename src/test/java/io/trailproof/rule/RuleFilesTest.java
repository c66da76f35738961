package io.trailproof.rule;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import io.trailproof.document.SchemaCheck;
import io.trailproof.rule.predicate.Predicates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The files below {@code rules}: all are listed, named as editors want them, and read in silence.
 */
final class RuleFilesTest {
  @Test
  void theIndexListsExactlyTheFilesThatExist() {
    Set<String> listed = new TreeSet<>();
    Node index = RulesFolder.read(RulesFolder.ROOT.resolve("index.yaml"));
    for (Node.Member kind : index.asMapping().orElseThrow().members()) {
      for (Node item : kind.value().asSequence().orElseThrow().items()) {
        assertTrue(listed.add(item.asString().orElseThrow()), "listed twice: " + item);
      }
    }
    Set<String> there =
        RulesFolder.files(".yaml").stream()
            .map(RulesFolder::name)
            .filter(name -> !name.equals("index.yaml") && !name.endsWith(".test.yaml"))
            .filter(name -> !name.startsWith("closed/")) // read when trailproof is built
            .collect(toCollection(TreeSet::new));
    assertEquals(there, listed);
  }

  @TestFactory
  Stream<DynamicTest> everyFileSatisfiesItsSchema() {
    return RulesFolder.files(".yaml").stream()
        .filter(path -> !path.endsWith("index.yaml"))
        .map(
            path ->
                dynamicTest(
                    RulesFolder.name(path),
                    () ->
                        assertEquals(
                            List.of(),
                            SchemaCheck.of(schema(path), "invalid")
                                .check(RulesFolder.read(path))
                                .stream()
                                .map(RuleFilesTest::told)
                                .toList())));
  }

  @TestFactory
  Stream<DynamicTest> everyFileNamesItsSchemaForEditors() {
    return RulesFolder.files(".yaml").stream()
        .filter(path -> !path.endsWith("index.yaml"))
        .map(
            path ->
                dynamicTest(
                    RulesFolder.name(path),
                    () ->
                        assertEquals(
                            "# yaml-language-server: $schema=../schema/"
                                + schema(path)
                                + ".schema.json",
                            Files.readAllLines(path).get(0))));
  }

  @Test
  void everyCatalogFileIsReadWithoutDiagnostics() {
    List<Node> files =
        RulesFolder.files(".yaml").stream()
            .filter(path -> schema(path).equals("catalog"))
            .filter(path -> !path.endsWith("index.yaml"))
            .map(RulesFolder::read)
            .toList();
    assertEquals(List.of(), Catalog.of(Optional.empty(), files).diagnostics());
  }

  @Test
  void everyChainAndRuleIsReadWithoutDiagnostics() {
    RuleReader reader = new RuleReader(RulesFolder.CATALOG, Predicates.ALL);
    for (Path path : RulesFolder.inOrderOfTheIndex("controls")) {
      assertEquals(List.of(), reader.readControls(RulesFolder.read(path)).diagnostics());
    }
    for (Path path : RulesFolder.files(".chain.yaml")) {
      assertEquals(List.of(), reader.readChain(RulesFolder.read(path)).diagnostics());
    }
    for (Path path : RulesFolder.inOrderOfTheIndex("rules")) {
      assertEquals(List.of(), reader.readRule(RulesFolder.read(path)).diagnostics());
    }
  }

  /** A start that names no rules reads these alone, from what the build took together. */
  @Test
  void whatIsOnByDefaultIsReadAsAmongAll() {
    List<Rule> on = RulesFolder.RULES.stream().filter(Rule::byDefault).toList();
    List<Rule> read = BundledRules.readOn(Predicates.ALL).stream().filter(Rule::byDefault).toList();
    assertFalse(on.isEmpty());
    assertEquals(on, read);
  }

  private static String schema(Path path) {
    String name = RulesFolder.name(path);
    if (name.startsWith("closed/")) {
      return "closed";
    }
    if (name.startsWith("controls/")) {
      return "controls";
    }
    if (name.startsWith("catalog/")) {
      return "catalog";
    }
    return name.endsWith(".test.yaml") ? "test" : name.endsWith(".chain.yaml") ? "chain" : "rule";
  }

  private static String told(Diagnostic diagnostic) {
    return diagnostic.primary() + ": " + diagnostic.message();
  }
}
