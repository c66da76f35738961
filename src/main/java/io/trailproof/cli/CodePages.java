package io.trailproof.cli;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.document.Handbook;
import io.trailproof.report.summary.Words;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Event;
import io.trailproof.rule.Relation;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Rule;
import io.trailproof.rule.control.Control;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code trailproof explain} prints of each kind of code. */
final class CodePages {
  /** What the checker asks of every resource, whatever the rule. */
  static final Map<String, String> OF_THE_CHECKER =
      Map.of(
          "refused",
          "AWS or CloudFormation would refuse the resource, or what it needs, so it never comes to"
              + " be",
          "elsewhere",
          "what is named is not in the input and is not declared, so nothing is known of it",
          "condition",
          "whether the resource is there hangs on a condition that the input leaves open",
          "removed",
          "the resource is named by another, and the input takes it away",
          "replaced",
          "the resource is made anew under its old name before the old one is destroyed, so that it"
              + " is gone in the end",
          "made-twice",
          "two parts of the input make one thing of AWS's and differ in what the chain asks",
          "newer",
          "a property or a type on the path is not known to this version of trailproof",
          "may-silence",
          "a setting on the path may silence it, and what it comes to is not worked out");

  private static final int MOST_EVENTS = 40;

  private static final Pattern SOURCES = Pattern.compile("; ");

  private final List<Rule> rules;
  private final Handbook handbook;
  private final List<String> lines;

  /**
   * Pages about some rules.
   *
   * @param lines where they are added
   */
  CodePages(List<Rule> rules, Handbook handbook, List<String> lines) {
    this.rules = List.copyOf(rules);
    this.handbook = handbook;
    this.lines = lines;
  }

  /** A rule: what it asks for, of which events, for which controls, and what its links demand. */
  void rule(Rule rule) {
    head(rule.id() + ": " + rule.title());
    lines.add(rule.description().strip());
    lines.add("");
    lines.add(
        "claim %s, severity %s, %s by default, by the way %s"
            .formatted(
                rule.claim(),
                rule.severity().word(),
                rule.byDefault() ? "on" : "off",
                rule.chain().way()));
    if (!rule.ways().besides().isEmpty()) {
      lines.add(
          "other ways: "
              + String.join(
                  ", ", rule.ways().besides().stream().map(chain -> chain.way()).toList()));
    }
    rule.comparedWith().ifPresent(other -> lines.add("compared with " + other.id()));
    section(
        Words.counted(rule.events().size(), "event"),
        List.of(Words.few(rule.events().stream().map(Event::name).toList(), MOST_EVENTS)));
    section(
        "enough to set off the alarm",
        rule.events().stream()
            .filter(one -> rule.claim().equals("fires") && !one.burst().isOne())
            .map(one -> one.burst().text() + " of `" + one.name() + "`")
            .toList());
    controls(rule);
    List<String> demanded = new ArrayList<>();
    for (ChainLink link : rule.chain().links()) {
      demanded.add(
          link.title()
              + ": "
              + String.join(", ", requirements(link).stream().map(Requirement::id).toList()));
    }
    section("what every link demands", demanded);
    requirements(rule).stream()
        .flatMap(one -> handbook.example(one.id()).stream())
        .filter(one -> one.rule().equals(rule.id()))
        .findFirst()
        .ifPresent(this::example);
  }

  private void controls(Rule rule) {
    Map<String, List<String>> byFramework = new LinkedHashMap<>();
    for (Control one : rule.controls()) {
      byFramework
          .computeIfAbsent(
              "%s (%s, %s)"
                  .formatted(one.framework(), one.relation().word(), one.certainty().word()),
              any -> new ArrayList<>())
          .add((one.version() + " " + one.id()).strip());
    }
    List<String> controls = new ArrayList<>();
    byFramework.forEach(
        (framework, some) -> controls.add((framework + " " + String.join(", ", some)).strip()));
    section("controls", controls);
    section(
        "written in",
        rule.controls().stream()
            .flatMap(one -> SOURCES.splitAsStream(one.source()))
            .distinct()
            .sorted()
            .toList());
    section(
        "worth knowing",
        rule.controls().stream()
            .filter(one -> !one.note().isEmpty())
            .map(one -> one.words() + ": " + one.note())
            .toList());
  }

  /** A requirement of some rules, once for each that words it otherwise. */
  void requirement(String id, List<Rule> asked) {
    Map<Requirement, List<String>> demanding = new LinkedHashMap<>();
    Map<Requirement, String> links = new LinkedHashMap<>();
    for (Rule rule : asked) {
      for (ChainLink link : rule.chain().links()) {
        for (Requirement one : requirements(link)) {
          if (one.id().equals(id)) {
            demanding.computeIfAbsent(one, any -> new ArrayList<>()).add(rule.id());
            links.put(one, link.title());
          }
        }
      }
    }
    demanding.forEach(
        (one, some) -> {
          head(id + ", of the link " + links.getOrDefault(one, "") + " of " + Words.few(some, 4));
          section("said if it does not hold", List.of(bare(one.message())));
          section("what helps", one.help());
          facts(one.facts());
          handbook.example(id).ifPresent(this::example);
          controlsOf(some);
        });
  }

  private void controlsOf(List<String> ids) {
    long served =
        rules.stream()
            .filter(rule -> ids.contains(rule.id()))
            .flatMap(rule -> rule.controls().stream())
            .map(Control::words)
            .distinct()
            .count();
    if (served > 0) {
      lines.add("");
      lines.add(
          "a finding touches "
              + Words.counted((int) served, "control")
              + ": `trailproof explain "
              + ids.get(0)
              + "` lists them");
    }
  }

  /** What the checker itself asks. */
  void ofTheChecker(String code) {
    Optional.ofNullable(OF_THE_CHECKER.get(code))
        .ifPresent(
            sentence -> {
              head(code + ", asked of every resource by whatever rule");
              lines.add(sentence);
              facts(handbook.facts(code).stream().map(Handbook.Fact::number).toList());
            });
  }

  /** What is said of inputs under a code, and what notes and assumptions of that name rest on. */
  void told(String code) {
    List<Handbook.Said> said = handbook.said(code);
    if (!said.isEmpty()) {
      head(code + ", said of inputs, rules and configurations");
      for (Handbook.Said one : said) {
        lines.add("- " + one.severity() + ": " + one.text().replace("%s", "…"));
        one.help().forEach(help -> lines.add("    help: " + help.replace("%s", "…")));
      }
    }
    List<Handbook.Fact> facts = handbook.facts(code);
    Optional<Assumed> assumed =
        List.of(Assumed.values()).stream().filter(one -> one.code().equals(code)).findFirst();
    if (said.isEmpty() && (assumed.isPresent() || !facts.isEmpty())) {
      head(code + (assumed.isPresent() ? ", an assumption" : ", a note"));
      assumed.ifPresent(one -> section("how to make sure of it", List.of(one.confirm())));
      facts(facts.stream().map(Handbook.Fact::number).toList());
    }
  }

  /** A fact by its number, and the requirements that rest on it. */
  void fact(String number) {
    handbook
        .fact(number)
        .ifPresent(
            fact -> {
              head(number + ", a fact about AWS (" + fact.source() + ")");
              lines.add(fact.sentence());
              section("what is concluded", List.of(fact.conclusion()));
            });
  }

  private void facts(List<String> numbers) {
    section(
        "rests on",
        numbers.stream()
            .flatMap(number -> handbook.fact(number).stream())
            .map(fact -> fact.number() + "  " + fact.sentence() + " (" + fact.source() + ")")
            .toList());
  }

  private void example(Handbook.Example example) {
    section(
        "breaks, in the words of the catalog: " + example.name(),
        example.breaks().lines().toList());
    section("holds", example.holds().lines().toList());
  }

  private void head(String line) {
    if (!lines.isEmpty()) {
      lines.add("");
      lines.add("");
    }
    lines.add(line);
    lines.add("");
  }

  private void section(String title, List<String> some) {
    if (some.isEmpty()) {
      return;
    }
    if (!lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
    lines.add(title + ":");
    some.forEach(line -> lines.add("  " + line));
  }

  private static String bare(String message) {
    return message.replace("; {because}", "").replace("{occurrence}", "one event does");
  }

  /** All that the chain of a rule demands. */
  static List<Requirement> requirements(Rule rule) {
    return rule.chain().links().stream().flatMap(link -> requirements(link).stream()).toList();
  }

  private static List<Requirement> requirements(ChainLink link) {
    List<Requirement> all = new ArrayList<>(List.of(link.missing()));
    if (link.relation() instanceof Relation.Join join) {
      all.addAll(join.on());
    }
    all.addAll(link.requirements());
    return all;
  }
}
