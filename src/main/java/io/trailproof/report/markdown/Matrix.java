package io.trailproof.report.markdown;

import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.Phrase;
import io.trailproof.report.summary.Problem;
import io.trailproof.report.summary.Problems;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deployments by rules, where rows and columns that say the same are one; left out if it is still
 * too large to be read.
 */
final class Matrix {
  private static final int MOST_COLUMNS = 8;
  private static final int MOST_ROWS = 20;
  private static final int MOST_NAMES = 5;
  private static final String NOTHING = "–";

  private Matrix() {}

  static List<String> of(List<Check> checks, Problems problems) {
    List<String> deployments = checks.stream().map(Check::where).distinct().toList();
    List<String> rules = checks.stream().map(one -> one.rule().rule().id()).distinct().toList();
    if (checks.size() < 2) {
      return List.of();
    }
    Map<List<String>, List<String>> rows = new LinkedHashMap<>();
    for (String deployment : deployments) {
      List<String> cells =
          rules.stream().map(rule -> cell(find(checks, deployment, rule), problems)).toList();
      rows.computeIfAbsent(cells, any -> new ArrayList<>()).add(deployment);
    }
    Map<List<String>, List<String>> columns = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      int column = i;
      List<String> cells = rows.keySet().stream().map(row -> row.get(column)).toList();
      columns.computeIfAbsent(cells, any -> new ArrayList<>()).add(rules.get(i));
    }
    if (columns.size() > MOST_COLUMNS || rows.size() > MOST_ROWS) {
      return List.of("Too many rules and deployments differ for a table; see the full report.");
    }
    return lines(rows, columns, rules);
  }

  private static List<String> lines(
      Map<List<String>, List<String>> rows,
      Map<List<String>, List<String>> columns,
      List<String> rules) {
    List<String> lines = new ArrayList<>();
    StringBuilder names = new StringBuilder("| |");
    StringBuilder rule = new StringBuilder("|---|");
    for (List<String> some : columns.values()) {
      names.append(' ').append(named(some, "rules")).append(" |");
      rule.append(":-:|");
    }
    lines.add(names.toString());
    lines.add(rule.toString());
    rows.forEach(
        (cells, deployments) -> {
          StringBuilder row = new StringBuilder("| ").append(named(deployments, "deployments"));
          row.append(" |");
          columns
              .values()
              .forEach(
                  some ->
                      row.append(' ').append(cells.get(rules.indexOf(some.get(0)))).append(" |"));
          lines.add(row.toString());
        });
    return lines;
  }

  private static Optional<Check> find(List<Check> checks, String deployment, String rule) {
    return checks.stream()
        .filter(one -> one.where().equals(deployment) && one.rule().rule().id().equals(rule))
        .findFirst();
  }

  private static String cell(Optional<Check> check, Problems problems) {
    if (check.isEmpty()) {
      return NOTHING;
    }
    if (check.get().verdict() == Verdict.PASS) {
      return "✅";
    }
    List<Problem> own = problems.of(check.get());
    String mark = check.get().verdict() == Verdict.FAIL ? "❌" : "⚠️";
    return own.isEmpty()
        ? mark
        : mark + "\u00a0" + own.get(0).label() + (own.size() > 1 ? " +" + (own.size() - 1) : "");
  }

  private static String named(List<String> names, String noun) {
    if (names.size() > MOST_NAMES) {
      return MarkdownText.inCell(Phrase.plain(names.size() + " " + noun));
    }
    return String.join(", ", names.stream().map(MarkdownText::cell).toList());
  }
}
