package io.trailproof.report;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.Gate;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.graph.PlanSource;
import io.trailproof.report.summary.RulesSetWords;
import io.trailproof.report.text.Style;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.control.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The last line of a report in text: how many rules are proven and how many are not, and what
 * decided beside the inputs.
 *
 * <p>Some servers look for a count of failures or of errors, or for the word itself. So it is there
 * whenever the run fails, and not where it does not: what the gate lets pass is called broken or
 * unknown.
 */
final class LastLine {
  private final Style style;

  LastLine(Style style) {
    this.style = style;
  }

  /** The line for a run. */
  String of(CheckResult result) {
    List<RuleResult> all =
        result.readable().stream().flatMap(deployment -> deployment.rules().stream()).toList();
    List<RuleResult> rules =
        all.stream().filter(rule -> rule.isApplicable() && !result.informs(rule)).toList();
    int informing = count(all, rule -> rule.isApplicable() && result.informs(rule));
    int notApplicable = count(all, rule -> !rule.isApplicable() && !result.informs(rule));
    List<String> parts = new ArrayList<>();
    boolean onlyInforming = informing > 0 && rules.isEmpty() && notApplicable == 0;
    parts.add(
        onlyInforming
            ? counted(informing, "rule") + " for information"
            : counted(count(rules, rule -> rule.verdict() == Verdict.PASS), "rule") + " proven");
    failures(rules, result.gate(), parts);
    if (notApplicable > 0) {
      parts.add(notApplicable + " not applicable");
    }
    int broken = (int) brokenInputs(result);
    if (broken > 0) {
      parts.add(counted(broken, "error"));
    }
    List<PlanSource> sources =
        result.deployments().stream().flatMap(one -> one.sources().stream()).toList();
    SourcesRead.of(sources, style).ifPresent(parts::add);
    return String.join(", ", parts) + String.join("", beside(result));
  }

  /** A file is broken once, however much is wrong with it. */
  private static long brokenInputs(CheckResult result) {
    return result.diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::input)
        .distinct()
        .count();
  }

  private static void failures(List<RuleResult> rules, Gate gate, List<String> parts) {
    int refused = count(rules, gate::refuses);
    int undecided = count(rules, rule -> gate.refuses(rule) && rule.verdict() == Verdict.UNKNOWN);
    if (refused > 0) {
      parts.add(
          counted(refused, "failure") + (undecided > 0 ? " (" + undecided + " unknown)" : ""));
    }
    int broken = count(rules, rule -> !gate.refuses(rule) && rule.verdict() == Verdict.FAIL);
    if (broken > 0) {
      parts.add(broken + " broken");
    }
    int unknown = count(rules, rule -> !gate.refuses(rule) && rule.verdict() == Verdict.UNKNOWN);
    if (unknown > 0) {
      parts.add(unknown + " unknown");
    }
  }

  /** What decided beside the inputs, and what was not judged. */
  private List<String> beside(CheckResult result) {
    List<String> parts = new ArrayList<>();
    CheckResult.Basis basis = result.basis();
    basis
        .configuration()
        .ifPresent(file -> parts.add("; by `" + style.plain(file) + "`" + with(basis)));
    waysLetCount(result).ifPresent(parts::add);
    askedFor(result).ifPresent(parts::add);
    CheckResult.LeftOut leftOut = result.leftOut();
    if (leftOut.others() > 0) {
      parts.add("; " + counted(leftOut.others(), "file") + " neither plan nor template");
    }
    if (leftOut.ignored() > 0) {
      parts.add("; " + leftOut.ignored() + " ignored by git");
    }
    return parts;
  }

  /** The controls that the command line asks for, and how many of them rules look at. */
  private Optional<String> askedFor(CheckResult result) {
    List<String> asked = result.basis().controls();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    int lookedAt =
        (int)
            result.deployments().stream()
                .flatMap(deployment -> deployment.rules().stream())
                .flatMap(rule -> rule.rule().asked().stream())
                .map(Control::words)
                .distinct()
                .count();
    return Optional.of(
        "; of `"
            + String.join("` and `", asked.stream().map(style::plain).toList())
            + "` "
            + counted(lookedAt, "control")
            + " looked at");
  }

  /** The ways that count though no control asks for them, and how many rules needed one. */
  private static Optional<String> waysLetCount(CheckResult result) {
    List<RuleResult> rules =
        result.readable().stream()
            .flatMap(deployment -> deployment.rules().stream())
            .filter(RuleResult::isApplicable)
            .toList();
    List<String> ways =
        rules.stream()
            .flatMap(rule -> rule.rule().ways().added().stream())
            .map(way -> "`" + way.way() + "`")
            .distinct()
            .toList();
    if (ways.isEmpty()) {
      return Optional.empty();
    }
    int needing = count(rules, rule -> !rule.needing().isEmpty());
    List<String> needed =
        rules.stream()
            .flatMap(rule -> rule.needing().stream())
            .map(proof -> "`" + proof.chain().way() + "`")
            .distinct()
            .toList();
    return Optional.of(
        "; "
            + String.join(" and ", ways)
            + " let count"
            + (needing == 0
                ? ""
                : ", "
                    + counted(needing, "rule")
                    + (needing == 1 ? " needs " : " need ")
                    + String.join(" and ", needed)));
  }

  /** What a configuration lets pass. */
  private static String with(CheckResult.Basis basis) {
    List<String> parts = new ArrayList<>();
    if (basis.declared() > 0) {
      parts.add(counted(basis.declared(), "declared resource"));
    }
    if (basis.accepted() > 0) {
      parts.add(counted(basis.accepted(), "accepted finding"));
    }
    parts.addAll(RulesSetWords.of(basis.set()));
    return parts.isEmpty() ? "" : " with " + String.join(" and ", parts);
  }

  private static int count(List<RuleResult> rules, Predicate<RuleResult> which) {
    return (int) rules.stream().filter(which).count();
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
