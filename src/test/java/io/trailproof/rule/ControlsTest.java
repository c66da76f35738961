package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.Golden;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import io.trailproof.document.YamlReader;
import io.trailproof.rule.control.Control;
import io.trailproof.rule.control.ControlFile;
import io.trailproof.rule.control.Framework;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which controls rules serve, and the page about it. */
final class ControlsTest {
  private static final List<ControlFile> FILES =
      RulesFolder.inOrderOfTheIndex("controls").stream()
          .map(path -> ControlFile.read(RulesFolder.read(path)).value().orElseThrow())
          .toList();

  @Test
  void everyRuleThatIsNamedIsThere() {
    Set<String> ids = RulesFolder.RULES.stream().map(Rule::id).collect(Collectors.toSet());
    for (String named : named()) {
      assertTrue(ids.contains(named), "there is no rule " + named);
    }
  }

  private static Set<String> named() {
    Set<String> named = new TreeSet<>();
    for (ControlFile file : FILES) {
      named.addAll(file.served().keySet());
      file.frameworks().stream()
          .flatMap(framework -> framework.arguable().stream())
          .forEach(one -> named.addAll(one.rules()));
    }
    return named;
  }

  @Test
  void noBundledRuleStatesControlsItself() {
    for (Path path : RulesFolder.inOrderOfTheIndex("rules")) {
      assertTrue(
          RulesFolder.read(path).asMapping().orElseThrow().get("controls").isEmpty(),
          path + " has controls, which belong into rules/controls");
    }
  }

  @Test
  void rulesServeWhatTheFilesSay() {
    for (Rule rule : RulesFolder.RULES) {
      List<Control> said = new ArrayList<>();
      FILES.forEach(file -> said.addAll(file.served().getOrDefault(rule.id(), List.of())));
      assertEquals(said, rule.controls(), rule.id());
    }
  }

  @Test
  void nothingIsSaidTwiceAndNoTwoFrameworksShareAName() {
    Set<String> names = new HashSet<>();
    for (ControlFile file : FILES) {
      for (Framework framework : file.frameworks()) {
        List<String> all = new ArrayList<>(framework.aliases());
        all.add(framework.name());
        all.forEach(name -> assertTrue(names.add(name.toLowerCase(Locale.ROOT)), name));
      }
      file.served()
          .forEach(
              (rule, some) -> {
                Set<String> words = new HashSet<>();
                some.forEach(one -> assertTrue(words.add(one.words()), rule + " " + one.words()));
              });
    }
  }

  @Test
  void sourcesAreWrittenOut() {
    for (ControlFile file : FILES) {
      file.served().values().stream()
          .flatMap(List::stream)
          .forEach(one -> assertFalse(one.source().matches("(PR|SP|SH|SC)\\b.*"), one.source()));
    }
  }

  @Test
  void wrongWordsAreNamedWithTheirPlace() {
    List<Diagnostic> problems =
        ControlFile.read(
                node(
                    """
                    framework: F
                    controls:
                      - { rule: r, relation: equal, certainty: sure, source: [s], idd: "1" }
                    """))
            .diagnostics();
    assertEquals(
        List.of(
            "unknown key `idd`",
            "`relation` is `same` or `supports`",
            "`certainty` is `certain` or `likely`"),
        problems.stream().map(Diagnostic::message).toList());
  }

  @Test
  void ownRulesStateTheirs() {
    RuleReader reader = new RuleReader(RulesFolder.CATALOG, Predicates.ALL);
    for (Path path : RulesFolder.files(".chain.yaml")) {
      reader.readChain(RulesFolder.read(path));
    }
    Rule rule =
        reader
            .readRule(
                node(
                    """
                    id: own
                    title: t
                    claim: fires
                    severity: high
                    chain: cloudtrail-alarm
                    events: { source: iam.amazonaws.com, names: [CreatePolicy] }
                    controls:
                      - { framework: Ours, version: "1", id: A, source: wiki }
                      - { framework: Ours, version: "1", id: B, relation: supports, certainty: likely, source: wiki }
                    """))
            .value()
            .orElseThrow();
    assertEquals(
        List.of("same certain", "supports likely"),
        rule.controls().stream()
            .map(one -> one.relation().word() + " " + one.certainty().word())
            .toList());
  }

  private static Node node(String text) {
    return YamlReader.read(SourceFile.ofText("x.yaml", text)).value().orElseThrow();
  }

  @Test
  void pageOfControlsIsCurrent() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Controls

            <!-- written by ./mvnw verify -Dbless; do not edit -->

            Which rule serves which control of which framework. `same`: the control asks for this alarm. `supports`: the alarm is evidence for a wider control.
            `certain`: AWS itself says so, or two transcriptions of the benchmark have the same number. `likely`: two different paths lead to it, or one transcription.
            The benchmarks' own documents were not at hand: "the number of CIS" is what others transcribed. Prowler and Steampipe map this family to the same odd triple of
            NIST CSF 1.1, so they count as one.

            A rule that passes shows that somebody is told of its events. What else a control asks for is not looked at, and no framework is met by that alone. A pass that needed
            [another way](ways.md) than metric filter and alarm serves no control.

            `trailproof check --control 'SOC 2'` takes the rules that serve a control; `trailproof.yaml` has the same words ([choosing.md](choosing.md)). What follows is data: `rules/controls/*.yaml`.
            """);
    for (ControlFile file : FILES) {
      served(file, page);
    }
    page.append(
        """

        ## What is arguable

        Somebody maps these, with no more to show for it; the rules do not claim them, no report shows them, and `--control` does not take them. Each line tells the
        controls, and the rules of which some are mapped to each.
        """);
    page.append("\n| framework | version | controls | rules | why it is only arguable |\n");
    page.append("|---|---|---|---|---|\n");
    for (ControlFile file : FILES) {
      for (Framework framework : file.frameworks()) {
        for (Framework.Arguable one : framework.arguable()) {
          page.append(
              "| %s | %s | %s | %s | %s |\n"
                  .formatted(
                      framework.name(),
                      one.version(),
                      String.join(", ", one.controls()),
                      rules(one.rules()),
                      one.reason()));
        }
      }
    }
    Golden.assertMatches(Path.of("docs/controls.md"), page.toString());
  }

  /** The rules of a line; the fifteen that CIS numbers in one word. */
  private static String rules(List<String> ids) {
    Set<String> family = new TreeSet<>();
    FILES.get(0).served().forEach((rule, some) -> family.add(rule));
    family.removeIf(id -> id.startsWith("cis-") || id.startsWith("security-hub-"));
    return new TreeSet<>(ids).equals(family)
        ? "all of CIS's " + family.size()
        : ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
  }

  private static void served(ControlFile file, StringBuilder page) {
    if (file.served().isEmpty()) {
      return;
    }
    Framework framework = file.frameworks().get(0);
    page.append("\n## %s\n\n".formatted(framework.name()));
    if (!framework.aliases().isEmpty()) {
      page.append("Also `%s`.\n\n".formatted(String.join("`, `", framework.aliases())));
    }
    page.append("| version | control | rule | relation | certainty | written in |\n");
    page.append("|---|---|---|---|---|---|\n");
    Map<Control, List<String>> rows = new LinkedHashMap<>();
    file.served()
        .forEach(
            (rule, some) ->
                some.forEach(one -> rows.computeIfAbsent(one, any -> new ArrayList<>()).add(rule)));
    List<Map.Entry<Control, List<String>>> sorted = new ArrayList<>(rows.entrySet());
    sorted.sort(Map.Entry.comparingByKey((a, b) -> a.version().compareTo(b.version())));
    for (Map.Entry<Control, List<String>> row : sorted) {
      Control one = row.getKey();
      page.append(
          "| %s | %s | %s | %s | %s | %s%s |\n"
              .formatted(
                  one.version(),
                  one.id(),
                  row.getValue().stream()
                      .map(id -> "`" + id + "`")
                      .collect(Collectors.joining(", ")),
                  one.relation().word(),
                  one.certainty().word(),
                  one.source(),
                  one.note().isEmpty() ? "" : " (" + one.note() + ")"));
    }
  }
}
