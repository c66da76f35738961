package io.trailproof.rule;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.document.YamlReader;
import io.trailproof.rule.cases.RuleCase;
import io.trailproof.rule.cases.RuleCaseReader;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder {@code rules} of the working copy, as it stands on disk. */
public final class RulesFolder {
  /** Surefire sets the property; an IDE runs tests in the root of the project. */
  static final Path CHECKOUT = Path.of(System.getProperty("trailproof.root", "")).toAbsolutePath();

  static final Path ROOT = CHECKOUT.resolve("rules");
  public static final Catalog CATALOG = BundledCatalog.read();
  public static final List<Rule> RULES = BundledRules.read(CATALOG, Predicates.ALL);

  private RulesFolder() {}

  /** The files whose path below the folder ends so, sorted. */
  static List<Path> files(String ending) {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of one kind, in the order in which they are read: some name others. */
  static List<Path> inOrderOfTheIndex(String kind) {
    return read(ROOT.resolve("index.yaml"))
        .asMapping()
        .flatMap(index -> index.get(kind))
        .flatMap(Node::asSequence)
        .orElseThrow()
        .items()
        .stream()
        .map(item -> ROOT.resolve(item.asString().orElseThrow()))
        .toList();
  }

  /** The path below the folder, as {@code index.yaml} writes it. */
  static String name(Path path) {
    return ROOT.relativize(path).toString().replace('\\', '/');
  }

  /** The document of a file; its diagnostics are the caller's concern. */
  static Node read(Path path) {
    try {
      Outcome<Node> outcome = YamlReader.read(SourceFile.open(name(path), path));
      return outcome
          .value()
          .orElseThrow(() -> new AssertionError(path + ": " + outcome.diagnostics()));
    } catch (UnreadableSource e) {
      throw new AssertionError(path + ": " + e.reason(), e);
    }
  }

  /** The rule with an id. */
  public static Rule rule(String id) {
    return RULES.stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no rule " + id));
  }

  /** True for a rule without a file of its own: one of the other ways of another rule. */
  static boolean isDerived(Rule rule) {
    return RULES.stream().flatMap(one -> one.ofOtherWays().stream()).anyMatch(rule::equals);
  }

  /** The cases of all test files about a rule; a failure where one with a file has none. */
  public static List<RuleCase> cases(Rule rule) {
    List<RuleCase> cases =
        files(".test.yaml").stream()
            .map(RulesFolder::read)
            .filter(file -> tested(file).id().equals(rule.id()))
            .flatMap(
                file -> new RuleCaseReader(CATALOG, rule).read(file).value().orElseThrow().stream())
            .toList();
    if (cases.isEmpty() && !isDerived(rule)) {
      throw new AssertionError("no test file for " + rule.id());
    }
    return cases;
  }

  /** The rule that a test file is about. */
  static Rule tested(Node file) {
    return rule(
        file.asMapping().flatMap(map -> map.get("rule")).flatMap(Node::asString).orElse(""));
  }
}
