package io.trailproof.report;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.Gate;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.PlanSource;
import io.trailproof.report.Style.Meaning;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Note;
import io.trailproof.rule.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** For people at a terminal: the chain as a picture, then each finding with its source and help. */
public final class TextReport implements Reporter {
  private final Style style;
  private final VerdictText verdicts;
  private final boolean quiet;

  /**
   * A text report.
   *
   * @param quiet leaves out what is proven, except for the last line
   */
  public TextReport(Style style, boolean quiet) {
    this.style = style;
    this.verdicts = new VerdictText(style);
    this.quiet = quiet;
  }

  @Override
  public void write(CheckResult result, Appendable out) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Diagnostic diagnostic : result.diagnostics()) {
      diagnostic(diagnostic, lines);
    }
    Set<String> unread =
        result.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(Diagnostic::input)
            .collect(Collectors.toSet());
    result.deployments().stream()
        .filter(deployment -> !unread.containsAll(deployment.inputs()))
        .forEach(deployment -> deployment(deployment, result, lines));
    lines.add(summary(result));
    for (String line : lines) {
      out.append(line.stripTrailing()).append('\n');
    }
  }

  private void diagnostic(Diagnostic diagnostic, List<String> lines) {
    Meaning meaning = diagnostic.isError() ? Meaning.BAD : Meaning.UNSURE;
    lines.add(
        style.paint(meaning, diagnostic.severity().word() + "[" + diagnostic.code() + "]")
            + ": "
            + text(diagnostic.message()));
    if (diagnostic.primary() != null) {
      List<Label> labels = new ArrayList<>(List.of(diagnostic.primary()));
      labels.addAll(diagnostic.secondary());
      place(labels, "", lines);
    } else {
      lines.add(arrow() + text(diagnostic.input()));
    }
    help(diagnostic.help(), lines);
    lines.add("");
  }

  private void deployment(DeploymentResult deployment, CheckResult result, List<String> lines) {
    boolean inFull = deployment.rules().stream().allMatch(result::informs);
    List<RuleResult> shown =
        deployment.rules().stream()
            .filter(rule -> inFull || !result.informs(rule))
            .filter(rule -> rule.isApplicable() && !(quiet && rule.verdict() == Verdict.PASS))
            .toList();
    if (result.deployments().size() > 1 && !shown.isEmpty()) {
      lines.add(style.paint(Meaning.TITLE, "in " + text(String.join(", ", deployment.inputs()))));
      lines.add("");
    }
    shown.forEach(rule -> rule(rule, result.gate(), lines));
    if (!inFull && !quiet) {
      new InformationLines(style)
          .of(deployment.rules().stream().filter(result::informs).toList(), lines);
    }
  }

  private void rule(RuleResult rule, Gate gate, List<String> lines) {
    lines.add(
        verdicts.word(rule.rule(), rule.verdict())
            + " "
            + style.paint(Meaning.TITLE, rule.rule().id())
            + ": "
            + text(rule.rule().title()));
    lines.add("");
    new ChainPicture(style).of(rule, lines);
    new OutlookLines(style).of(rule, lines);
    for (Finding finding : rule.findings()) {
      finding(finding, rule, gate, lines);
    }
    if (!rule.assumptions().isEmpty()) {
      lines.add("  assumed, since no plan or template can show it:");
      for (Assumption assumption : rule.assumptions()) {
        lines.add("    - `" + text(assumption.address()) + "`: " + text(assumption.message()));
      }
      lines.add("");
    }
    notes(rule.notes(), lines);
  }

  private void notes(List<Note> notes, List<String> lines) {
    if (notes.isEmpty()) {
      return;
    }
    lines.add("  worth knowing:");
    for (Note note : notes) {
      lines.add(
          "    - `"
              + Plain.text(note.address(), style)
              + "`: "
              + Plain.text(note.message(), style));
    }
    lines.add("");
  }

  private void finding(Finding finding, RuleResult rule, Gate gate, List<String> lines) {
    boolean refused = gate.refuses(finding);
    String kind =
        refused
            ? (finding.verdict() == Verdict.FAIL ? "error" : "unknown")
            : (finding.verdict() == Verdict.FAIL ? "warning" : "note");
    Meaning meaning = finding.verdict() == Verdict.FAIL ? Meaning.BAD : Meaning.UNSURE;
    lines.add(
        style.paint(meaning, kind + "[" + finding.code() + "]") + ": " + text(finding.message()));
    place(finding.labels(), finding.address(), lines);
    reasons(finding, lines);
    events(finding, rule, lines);
    help(finding.help(), lines);
    lines.add("");
  }

  private void place(List<Label> labels, String address, List<String> lines) {
    if (!address.isEmpty()) {
      lines.add(arrow() + style.paint(Meaning.PLACE, text(address)));
    }
    boolean first = address.isEmpty();
    for (Label label : labels) {
      String at = text(label.part().toString());
      lines.add(first ? arrow() + at : "      " + at);
      first = false;
      Excerpt.of(label, style).forEach(line -> lines.add("  " + line));
    }
  }

  private void reasons(Finding finding, List<String> lines) {
    List<String> more =
        finding.reasons().size() > 1
            ? finding.reasons().subList(1, finding.reasons().size())
            : List.of();
    if (!more.isEmpty()) {
      String rest = more.size() > 1 ? "; and " + (more.size() - 1) + " more of the kind" : "";
      lines.add(note("also: " + text(more.get(0)) + rest));
    }
  }

  private void events(Finding finding, RuleResult rule, List<String> lines) {
    if (finding.events().size() == rule.proofs().size()) {
      lines.add(note("concerns all " + rule.proofs().size() + " events"));
    } else {
      lines.add(
          note(
              "concerns "
                  + finding.events().size()
                  + " of "
                  + rule.proofs().size()
                  + " events: "
                  + text(String.join(", ", finding.events()))));
    }
  }

  private void help(List<String> help, List<String> lines) {
    for (String line : help) {
      lines.add("  = " + style.paint(Meaning.GOOD, "help") + ": " + text(line));
    }
  }

  private String text(String foreign) {
    return style.plain(foreign);
  }

  private String note(String text) {
    return "  = " + text;
  }

  private String arrow() {
    return "  --> ";
  }

  /** The last line: some CI systems look for a count of failures, or for the word itself. */
  private String summary(CheckResult result) {
    int passed = result.count(Verdict.PASS);
    int failed = result.count(Verdict.FAIL);
    int unknown = result.count(Verdict.UNKNOWN);
    int unreadable = (int) result.diagnostics().stream().filter(Diagnostic::isError).count();
    List<String> parts = new ArrayList<>();
    boolean onlyInforming =
        result.informational() > 0 && passed + failed + unknown + result.notApplicable() == 0;
    parts.add(
        onlyInforming
            ? counted(result.informational(), "rule") + " for information"
            : counted(passed, "rule") + " proven");
    if (failed > 0) {
      parts.add(counted(failed, "failure"));
    }
    if (unknown > 0) {
      parts.add(unknown + " unknown");
    }
    if (result.notApplicable() > 0) {
      parts.add(result.notApplicable() + " not applicable");
    }
    if (unreadable > 0) {
      parts.add(counted(unreadable, "error"));
    }
    List<PlanSource> sources =
        result.deployments().stream().flatMap(one -> one.sources().stream()).toList();
    SourcesRead.of(sources, style).ifPresent(parts::add);
    return String.join(", ", parts) + String.join("", beside(result));
  }

  /** What decided beside the inputs, and what was not judged. */
  private List<String> beside(CheckResult result) {
    List<String> parts = new ArrayList<>();
    CheckResult.Basis basis = result.basis();
    basis
        .configuration()
        .ifPresent(
            file ->
                parts.add(
                    "; by `"
                        + text(file)
                        + "`"
                        + (basis.declared() > 0
                            ? " with " + counted(basis.declared(), "declared resource")
                            : "")));
    CheckResult.LeftOut leftOut = result.leftOut();
    if (leftOut.others() > 0) {
      parts.add("; " + counted(leftOut.others(), "file") + " neither plan nor template");
    }
    if (leftOut.ignored() > 0) {
      parts.add("; " + leftOut.ignored() + " ignored by git");
    }
    return parts;
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
