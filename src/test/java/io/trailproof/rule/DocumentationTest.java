package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.Golden;
import io.trailproof.catalog.BundledCatalog;
import io.trailproof.report.summary.ControlWords;
import io.trailproof.rule.control.Control;
import io.trailproof.rule.predicate.Predicates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is written from rules and predicates is as they are. */
final class DocumentationTest {
  private static final String NOTE = "<!-- written by ./mvnw verify -Dbless; do not edit -->\n\n";
  private static final String RULES = "<!-- rules: written by ./mvnw verify -Dbless -->\n";
  private static final String END = "<!-- end of rules -->";

  private final List<Rule> rules = BundledRules.read(BundledCatalog.read(), Predicates.ALL);

  @TestFactory
  List<DynamicTest> pageOfEveryRuleIsCurrent() {
    return rules.stream()
        .map(
            rule ->
                dynamicTest(
                    rule.id(),
                    () ->
                        Golden.assertMatches(Path.of("docs/rules", rule.id() + ".md"), page(rule))))
        .toList();
  }

  @Test
  void everyPageHasItsRule() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("docs/rules"))) {
      assertEquals(
          new TreeSet<>(rules.stream().map(rule -> rule.id() + ".md").toList()),
          pages
              .map(page -> page.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void pageOfPredicatesIsCurrent() throws IOException {
    StringBuilder page = new StringBuilder("# Predicates\n\n" + NOTE);
    page.append(
        """
        What a requirement can demand by name, `holds: matches-event`, where a condition over one property does not say it.
        Those marked with * are asked for each event, the others once. What a predicate takes stands below `with`; in brackets, what may be left out.

        """);
    page.append("| predicate | takes | holds if | demanded by |\n|---|---|---|---|\n");
    for (Predicate predicate : Predicates.ALL) {
      page.append("| `")
          .append(predicate.name())
          .append(predicate.dependsOnEvent() ? "`* | " : "` | ")
          .append(taken(predicate))
          .append(" | ")
          .append(predicate.description())
          .append(" | ")
          .append(demandedBy(predicate))
          .append(" |\n");
    }
    Golden.assertMatches(Path.of("docs/predicates.md"), page.toString());
  }

  /** Its parameters; those in brackets may be left out. */
  private static String taken(Predicate predicate) {
    return predicate.parameters().stream()
        .map(one -> one.needed() ? "`" + one.name() + "`" : "[`" + one.name() + "`]")
        .collect(Collectors.joining(", "));
  }

  private String demandedBy(Predicate predicate) {
    return rules.stream()
        .map(Rule::chain)
        .distinct()
        .flatMap(chain -> chain.links().stream())
        .flatMap(link -> demanding(predicate, link))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The requirements of a link that name it; the link if that tells by it what is particular. */
  private static Stream<String> demanding(Predicate predicate, ChainLink link) {
    Stream<String> requirements =
        requirements(link).stream()
            .filter(one -> names(one.condition(), predicate))
            .map(one -> "`" + one.id() + "`");
    return link.particular().filter(one -> names(one, predicate)).isPresent()
        ? Stream.concat(requirements, Stream.of("`particular` of " + link.title()))
        : requirements;
  }

  private static boolean names(Condition condition, Predicate predicate) {
    return bare(condition) instanceof Condition.Holds holds
        && holds.predicate().name().equals(predicate.name());
  }

  private static Condition bare(Condition condition) {
    return condition instanceof Condition.OfType typed ? typed.condition() : condition;
  }

  @Test
  void tableOfRulesInTheReadmeIsCurrent() throws IOException {
    Path readme = Path.of("README.md");
    String text = Files.readString(readme);
    StringBuilder table =
        new StringBuilder(
            "| rule | passes if | events | severity | controls |\n|---|---|---|---|---|\n");
    List<Rule> derived = rules.stream().flatMap(rule -> rule.ofOtherWays().stream()).toList();
    for (Rule rule : rules.stream().filter(one -> !derived.contains(one)).toList()) {
      table
          .append("| [`%s`](docs/rules/%s.md) | ".formatted(rule.id(), rule.id()))
          .append(
              "%s | %d | %s | "
                  .formatted(rule.title(), rule.events().size(), rule.severity().word()))
          .append(
              ControlWords.newest(rule.controls())
                  .map(one -> one.words() + ", [and others](docs/controls.md)")
                  .orElse(""))
          .append(" |\n");
    }
    int from = text.indexOf(RULES) + RULES.length();
    Golden.assertMatches(
        readme, text.substring(0, from) + table + text.substring(text.indexOf(END)));
  }

  @Test
  void everyFactThatIsCitedIsListed() throws IOException {
    String facts = Files.readString(Path.of("docs/aws-facts.md"));
    List<Path> citing = new ArrayList<>();
    for (String folder : List.of("src/main", "rules", "docs/rules")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(Files::isRegularFile).forEach(citing::add);
      }
    }
    Pattern fact = Pattern.compile("\\bF([0-9]{1,3})\\b");
    for (Path file : citing) {
      Matcher cited = fact.matcher(Files.readString(file));
      while (cited.find()) {
        assertTrue(facts.contains("| F" + cited.group(1) + " |"), file + " cites " + cited.group());
      }
    }
  }

  private static List<Requirement> requirements(ChainLink link) {
    List<Requirement> all = new ArrayList<>();
    if (link.relation() instanceof Relation.Join join) {
      all.addAll(join.on());
    }
    all.addAll(link.requirements());
    return all;
  }

  private static String page(Rule rule) {
    StringBuilder page = new StringBuilder("# " + rule.id() + "\n\n" + NOTE);
    page.append("Passes if ").append(rule.title()).append(". ").append(rule.description().strip());
    page.append(
        "\n\nClaim: `%s`. Severity: `%s`. ".formatted(rule.claim(), rule.severity().word()));
    page.append(
        "Way: `%s`, by the chain `%s`.\n\n".formatted(rule.chain().way(), rule.chain().id()));
    for (Rule other : rule.ofOtherWays()) {
      page.append(
          "Another way is `%s`; by itself it is the rule [`%s`](%s.md).\n\n"
              .formatted(other.chain().way(), other.id(), other.id()));
    }
    if (!rule.byDefault()) {
      page.append(
          "It is checked only when it is [chosen](../choosing.md): by `--rule`, by a control that"
              + " it serves, or in `trailproof.yaml`.\n\n");
    }
    if (rule.isInformational()) {
      page.append("It informs and closes no gate, unless `--fail-on note` asks for that.\n\n");
    }
    rule.comparedWith()
        .ifPresent(
            other ->
                page.append(
                    "Whether somebody is told is another question, which [`%s`](%s.md) answers; a note says where the two disagree.\n\n"
                        .formatted(other.id(), other.id())));
    page.append("## Events\n\n");
    for (Event event : rule.events()) {
      page.append(
          event.isNameAlone()
              ? "- `%s` of `%s`".formatted(event.name(), event.source())
              : "- `%s`: `%s`".formatted(event.name(), event.asPattern()));
      page.append(
          event.burst().isOne() || !rule.claim().equals("fires")
              ? "\n"
              : "; %s\n".formatted(event.burst().text()));
    }
    page.append(
        """

        ## Controls

        | framework | version | control | relation | certainty |
        |---|---|---|---|---|
        """);
    for (Control one : rule.controls()) {
      page.append(
          "| %s | %s | %s | %s | %s |\n"
              .formatted(
                  one.framework(),
                  one.version(),
                  one.id(),
                  one.relation().word(),
                  one.certainty().word()));
    }
    if (!rule.controls().isEmpty()) {
      page.append("\n[Controls](../controls.md) tells where that is written.\n");
    }
    page.append("\n## What every link demands\n");
    for (ChainLink link : rule.chain().links()) {
      page.append("\n### %s\n\n".formatted(link.title()));
      page.append("`%s`: %s\n\n".formatted(link.name(), String.join(" or ", link.types())));
      page.append("| requirement | what is said if it does not hold | what helps | facts |\n");
      page.append("|---|---|---|---|\n");
      page.append(row(rule, link.missing()));
      requirements(link).forEach(one -> page.append(row(rule, one)));
    }
    return page.toString();
  }

  private static String row(Rule rule, Requirement one) {
    String facts =
        one.facts().stream()
            .map(fact -> "[%s](../aws-facts.md)".formatted(fact))
            .collect(Collectors.joining(" "));
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            one.id(),
            one.message()
                .replace("; {because}", "")
                .replace("{occurrence}", rule.events().get(0).occurrence())
                .replace("|", "\\|"),
            String.join("; ", one.help()).replace("|", "\\|"),
            facts);
  }
}
