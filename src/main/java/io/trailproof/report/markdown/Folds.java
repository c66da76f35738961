package io.trailproof.report.markdown;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.EventProof;
import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.Phrase;
import io.trailproof.report.summary.RulesSetWords;
import io.trailproof.report.summary.Words;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The evidence: events, what the verdict rests on, which bytes of what. */
final class Folds {
  private static final int MOST_ASSUMPTIONS = 10;

  private final CheckResult result;
  private final List<Check> checks;
  private final String version;

  Folds(CheckResult result, List<Check> checks, String version) {
    this.result = result;
    this.checks = checks;
    this.version = version;
  }

  List<List<String>> all() {
    return List.of(events(), assumptions(), evidence());
  }

  private List<String> events() {
    if (checks.size() != 1 || checks.get(0).verdict() == Verdict.PASS) {
      return List.of();
    }
    Check check = checks.get(0);
    List<String> titles = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      List<String> names =
          check.rule().proofs().stream()
              .filter(one -> one.verdict() == verdict && !check.isTaken(one))
              .map(EventProof::event)
              .map(event -> event.name())
              .toList();
      if (!names.isEmpty()) {
        String title =
            Words.counted(names.size(), "event") + " " + Words.fate(verdict, names.size());
        titles.add(title);
        lines.add(
            "- "
                + title
                + ": "
                + String.join(", ", names.stream().map(MarkdownText::code).toList()));
      }
    }
    List<String> taken =
        check.rule().proofs().stream()
            .filter(check::isTaken)
            .map(one -> MarkdownText.code(one.event().name()))
            .toList();
    if (!taken.isEmpty()) {
      String title =
          taken.size() + " by " + check.takingWays() + " alone, which does not count here";
      titles.add(title);
      lines.add("- " + title + ": " + String.join(", ", taken));
      lines.add(
          "- "
              + MarkdownText.code(check.optionForTakingWays())
              + " lets it count; no control is served by that");
    }
    return Fold.of(String.join(", ", titles), lines);
  }

  private List<String> assumptions() {
    Map<String, Set<String>> addresses = new LinkedHashMap<>();
    Map<String, String> confirm = new HashMap<>();
    for (Check check : checks) {
      for (Assumption assumption : check.rule().assumptions()) {
        confirm.put(assumption.message(), assumption.confirm());
        addresses
            .computeIfAbsent(assumption.message(), any -> new LinkedHashSet<>())
            .add(assumption.address());
      }
    }
    if (addresses.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    addresses.forEach(
        (message, where) -> {
          if (lines.size() < MOST_ASSUMPTIONS) {
            lines.add(
                "- "
                    + MarkdownText.of(Phrase.message(message).capital())
                    + " ("
                    + String.join(
                        ", ",
                        where.stream()
                            .filter(address -> !address.isEmpty())
                            .limit(5)
                            .map(MarkdownText::code)
                            .toList())
                    + (where.size() > 5 ? " and " + (where.size() - 5) + " more" : "")
                    + "). To confirm: "
                    + MarkdownText.of(Phrase.message(confirm.getOrDefault(message, ""))));
          }
        });
    if (addresses.size() > MOST_ASSUMPTIONS) {
      lines.add("- and " + (addresses.size() - MOST_ASSUMPTIONS) + " more");
    }
    return Fold.of("rests on " + Words.counted(addresses.size(), "assumption"), lines);
  }

  private List<String> evidence() {
    List<String> lines = new ArrayList<>();
    lines.add("- trailproof " + MarkdownText.code(version));
    for (Check check : checks.stream().limit(1).toList()) {
      lines.add("- rule " + MarkdownText.code(check.rule().rule().id()));
    }
    result
        .basis()
        .configuration()
        .ifPresent(
            file ->
                lines.add(
                    "- by "
                        + MarkdownText.code(file)
                        + ", which declares "
                        + Words.counted(result.basis().declared(), "resource")
                        + RulesSetWords.after(result.basis().set())));
    result.basis().controls().forEach(word -> lines.add("- asked for " + MarkdownText.code(word)));
    result
        .basis()
        .stated()
        .forEach(
            (key, value) ->
                lines.add(
                    "- stated by the caller: "
                        + MarkdownText.plain(key)
                        + " "
                        + MarkdownText.code(value)));
    List<String> inputs =
        result.deployments().stream().flatMap(one -> one.inputs().stream()).distinct().toList();
    inputs.stream().limit(20).forEach(input -> lines.add("- input " + MarkdownText.code(input)));
    if (inputs.size() > 20) {
      lines.add("- and " + (inputs.size() - 20) + " more inputs");
    }
    return Fold.of("evidence", lines);
  }
}
