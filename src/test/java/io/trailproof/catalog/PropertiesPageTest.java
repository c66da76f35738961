package io.trailproof.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.Golden;
import io.trailproof.document.Node;
import io.trailproof.document.YamlReader;
import io.trailproof.graph.Dialect;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Condition;
import io.trailproof.rule.Relation;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RulesFolder;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of all properties is as it is: what it names reads the property while rule tests and
 * fixtures run, and nothing else does.
 */
final class PropertiesPageTest {
  private static final Catalog CATALOG = RulesFolder.CATALOG;

  private static final String HEAD =
      """
      # Properties

      <!-- written by ./mvnw verify -Dbless; do not edit -->

      What trailproof reads of each type of its catalog, by what, and what becomes of every other property that AWS knows ([what is newer](closed-world.md)).
      A test takes down what is asked for while all rule tests and fixtures run: what is named here does read the property, and nothing else does.

      | read by | what that is |
      |---|---|
      | `matches-event` | a [predicate](predicates.md), to judge by it or to tell of it |
      | requirement `trail-logging` | a condition of a chain over this property alone |
      | link to metric filter | how a chain gets from one link to the next |
      | identity | what makes two resources one for AWS, and what both have to have alike |
      | goes with | the resource that it does not outlive |
      | name, ARN | what others name it by |
      | accounts | which accounts there are to judge |
      | a note | what is told beside a verdict |

      What stands below a property, such as the queries of an alarm, is read with it. Values are also held against the [limits of AWS](aws-facts.md) (F255).
      """;

  /** What asks for properties outside of predicates, with what the page says of it, if anything. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("check.JudgedAccounts", "accounts"),
          Map.entry("check.NotifiedCalls", "a note"),
          Map.entry("rule.Condition$Equals", "told by the chain file"),
          Map.entry("rule.Relation$From", "told by the chain file"),
          Map.entry("rule.Relation$To", "told by the chain file"),
          Map.entry("rule.Links", "told by the chain file"),
          Map.entry("input.identity.Identities", "told by the catalog"),
          Map.entry("input.identity.Settling", "told by the catalog; else for words"),
          Map.entry("input.identity.LostChildren", "told by the catalog"),
          Map.entry("input.identity.Sameness", "told by the catalog"),
          Map.entry("rule.adapter.WatchedMetric", "keys of a predicate"),
          Map.entry("rule.predicate.AlarmMetric$MetricKeys", "keys of a predicate"),
          Map.entry("rule.adapter.CompositeRules", "keys of a predicate"),
          Map.entry("check.search.CandidateIndex", "what a link asks for, faster"),
          Map.entry("check.search.Supporters", "whatever links"),
          Map.entry("check.search.Supporters$Found", "whatever links"),
          Map.entry("check.search.StrangersWords", "whatever has a name"),
          Map.entry("check.search.SideResources", "whatever has a name"),
          Map.entry("input.Outsiders", "whatever links"),
          Map.entry("check.NearMiss", "for words"),
          Map.entry("rule.adapter.OtherPurpose", "for words"),
          Map.entry("check.Wording", "for words"),
          Map.entry("check.search.ExistenceCheck", "for words"));

  private static Map<String, Set<String>> asked = Map.of();

  @BeforeAll
  static void run(@TempDir Path folder) throws Exception {
    try (URLClassLoader classes = RecordingClasses.compiledInto(folder)) {
      Object run =
          classes.loadClass("io.trailproof.cli.RecordedRun").getConstructor().newInstance();
      @SuppressWarnings("unchecked") // both sides know Java's own types alone
      Supplier<Map<String, Set<String>>> recorded = (Supplier<Map<String, Set<String>>>) run;
      asked = recorded.get();
    }
  }

  @Test
  void pageIsCurrent() throws IOException {
    Map<String, Node.Mapping> words = words();
    StringBuilder page = new StringBuilder(HEAD);
    for (ResourceType type : CATALOG.types()) {
      page.append("\n## ").append(type.name()).append("\n\n");
      page.append("| property | CloudFormation | Terraform | read by |\n|---|---|---|---|\n");
      for (Property property : type.properties()) {
        page.append(
            "| `%s` | %s | %s | %s |\n"
                .formatted(
                    property.name(),
                    spelt(type, property, Dialect.CLOUDFORMATION),
                    spelt(type, property, Dialect.TERRAFORM),
                    String.join(", ", readers(type, property))));
      }
      Node.Mapping said = words.get(type.name());
      page.append(said == null ? "\nOf other properties nothing counts.\n" : said(said));
    }
    Golden.assertMatches(Path.of("docs/properties.md"), page.toString());
  }

  @Test
  void nothingIsReadInVain() {
    List<String> unread = new ArrayList<>();
    for (ResourceType type : CATALOG.types()) {
      type.properties().stream()
          .filter(property -> readers(type, property).isEmpty())
          .forEach(property -> unread.add(type.name() + " " + property.name()));
    }
    assertEquals(List.of(), unread);
  }

  @Test
  void whoeverElseAsksIsKnown() {
    Set<String> unknown = new TreeSet<>();
    asked.forEach(
        (property, askers) ->
            askers.stream()
                .filter(one -> isOfCatalog(property) && one.contains("."))
                .filter(one -> !OTHERS.containsKey(shortened(one)))
                .forEach(one -> unknown.add(one + " asks for " + property)));
    assertEquals(Set.of(), unknown);
  }

  private static boolean isOfCatalog(String property) {
    int blank = property.indexOf(' ');
    return CATALOG
        .type(property.substring(0, blank))
        .flatMap(type -> type.property(property.substring(blank + 1)))
        .isPresent();
  }

  private static String shortened(String className) {
    return className.replace("io.trailproof.", "");
  }

  private static Set<String> readers(ResourceType type, Property property) {
    Set<String> readers = new LinkedHashSet<>();
    Set<String> recorded = asked.getOrDefault(type.name() + " " + property.name(), Set.of());
    recorded.stream().filter(one -> !one.contains(".")).forEach(one -> readers.add(code(one)));
    RulesFolder.RULES.stream()
        .map(Rule::chain)
        .flatMap(chain -> chain.links().stream())
        .forEach(link -> ofLink(link, type, property).forEach(readers::add));
    recorded.stream()
        .map(one -> OTHERS.getOrDefault(shortened(one), ""))
        .filter(Set.of("accounts", "a note")::contains)
        .forEach(readers::add);
    type.identity()
        .filter(one -> one.by().contains(property.name()) || one.alike().contains(property.name()))
        .ifPresent(any -> readers.add("identity"));
    type.diesWith().filter(property::equals).ifPresent(any -> readers.add("goes with"));
    if (type.arn().filter(shape -> shape.parts().contains(property.name())).isPresent()) {
      readers.add(property.name().equals("name") ? "name, ARN" : "ARN");
    } else if (property.name().equals("name")) {
      readers.add("name");
    }
    return readers;
  }

  private static Stream<String> ofLink(ChainLink link, ResourceType type, Property property) {
    List<String> readers = new ArrayList<>();
    if (link.relation() instanceof Relation.From from && from.property().equals(property.name())) {
      RulesFolder.RULES.stream()
          .map(Rule::chain)
          .filter(chain -> chain.links().contains(link))
          .map(chain -> chain.links().get(chain.links().indexOf(link) - 1))
          .filter(before -> before.types().contains(type.name()))
          .forEach(any -> readers.add("link to " + link.title()));
    }
    if (link.relation() instanceof Relation.To to
        && property.name().equals(to.properties().get(type.name()))) {
      readers.add("link to " + link.title());
    }
    if (link.types().contains(type.name())) {
      Stream.concat(
              link.requirements().stream(),
              link.relation() instanceof Relation.Join join ? join.on().stream() : Stream.of())
          .filter(one -> isOver(one.condition(), type, property))
          .map(Requirement::id)
          .forEach(id -> readers.add("requirement " + code(id)));
    }
    return readers.stream();
  }

  private static boolean isOver(Condition condition, ResourceType type, Property property) {
    boolean ofType =
        !(condition instanceof Condition.OfType typed) || typed.types().contains(type.name());
    return ofType && condition.property().equals(property.name());
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String spelt(ResourceType type, Property property, Dialect dialect) {
    return type.bindings().stream()
        .filter(binding -> binding.dialect() == dialect)
        .flatMap(binding -> property.spelling(dialect, binding.spelling()).stream())
        .map(spelling -> code(spelling.path().text()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** What is said of the types whose properties are all classified, by name. */
  private static Map<String, Node.Mapping> words() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("rules/closed"))) {
      return files
          .sorted()
          .map(PropertiesPageTest::read)
          .flatMap(file -> file.get("closed").flatMap(Node::asMapping).stream())
          .flatMap(closed -> closed.members().stream())
          .collect(
              Collectors.toMap(Node.Member::key, one -> one.value().asMapping().orElseThrow()));
    }
  }

  private static Node.Mapping read(Path file) {
    try {
      return YamlReader.read(SourceFile.open(file.toString(), file))
          .value()
          .flatMap(Node::asMapping)
          .orElseThrow();
    } catch (UnreadableSource e) {
      throw new AssertionError(e);
    }
  }

  private static String said(Node.Mapping said) {
    StringBuilder text = new StringBuilder();
    for (Node.Member dialect : said.members()) {
      for (Node.Member word : dialect.value().asMapping().orElseThrow().members()) {
        text.append(
            "- %s, %s: %s\n"
                .formatted(
                    dialect.key().equals("terraform") ? "Terraform" : "CloudFormation",
                    meaning(word.key()),
                    word.value().asSequence().orElseThrow().items().stream()
                        .map(path -> code(path.asString().orElseThrow()))
                        .collect(Collectors.joining(", "))));
      }
    }
    return text.length() == 0 ? "\nThere are no others.\n" : "\n" + text;
  }

  private static String meaning(String word) {
    return switch (word) {
      case "read" -> "read as a whole";
      case "documentation" -> "for people alone";
      case "beside" -> "beside any way to a receiver";
      case "receiver" -> "what the receiver does with what it is told";
      case "silencing" -> "**may silence**";
      default -> "harmless by [%s](aws-facts.md)".formatted(word);
    };
  }
}
