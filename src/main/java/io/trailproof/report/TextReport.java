package io.trailproof.report;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.Gate;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.report.summary.ControlWords;
import io.trailproof.report.text.Plain;
import io.trailproof.report.text.Style;
import io.trailproof.report.text.Style.Meaning;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Note;
import io.trailproof.rule.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** For people at a terminal: the chain as a picture, then each finding with its source and help. */
public final class TextReport implements Reporter {
  private final Style style;
  private final VerdictText verdicts;
  private final DiagnosticLines places;
  private final boolean quiet;

  /**
   * A text report.
   *
   * @param quiet leaves out what is proven, except for the last line
   */
  public TextReport(Style style, boolean quiet) {
    this.style = style;
    this.verdicts = new VerdictText(style);
    this.places = new DiagnosticLines(style);
    this.quiet = quiet;
  }

  @Override
  public void write(CheckResult result, Appendable out) throws IOException {
    say(result.diagnostics(), out);
    List<String> lines = new ArrayList<>();
    boolean severalRead =
        result.basis().declared() > 0
            || result.deployments().stream()
                    .flatMap(one -> one.inputs().stream())
                    .distinct()
                    .count()
                > 1;
    result.readable().forEach(deployment -> deployment(deployment, result, severalRead, lines));
    lines.add(new LastLine(style).of(result));
    write(lines, out);
  }

  /** Writes what there is to say of inputs and nothing else. */
  public void say(List<Diagnostic> diagnostics, Appendable out) throws IOException {
    List<String> lines = new ArrayList<>();
    diagnostics.forEach(one -> places.of(one, lines));
    write(lines, out);
  }

  private static void write(List<String> lines, Appendable out) throws IOException {
    for (String line : lines) {
      out.append(line.stripTrailing()).append('\n');
    }
  }

  private void deployment(
      DeploymentResult deployment, CheckResult result, boolean severalRead, List<String> lines) {
    boolean inFull = deployment.rules().stream().allMatch(result::informs);
    List<RuleResult> shown =
        deployment.rules().stream()
            .filter(rule -> inFull || !result.informs(rule))
            .filter(rule -> rule.isApplicable() && !(quiet && rule.verdict() == Verdict.PASS))
            .toList();
    if ((result.deployments().size() > 1 || deployment.isNamed()) && !shown.isEmpty()) {
      String name = deployment.isNamed() ? text(deployment.name()) + ": " : "";
      lines.add(
          style.paint(Meaning.TITLE, "in " + name + text(String.join(", ", deployment.inputs()))));
      lines.add("");
    }
    ChainPicture picture = new ChainPicture(style, severalRead);
    shown.forEach(rule -> rule(rule, deployment, picture, result.gate(), lines));
    if (!inFull && !quiet) {
      new InformationLines(style)
          .of(deployment.rules().stream().filter(result::informs).toList(), lines);
    }
  }

  private void rule(
      RuleResult rule,
      DeploymentResult deployment,
      ChainPicture picture,
      Gate gate,
      List<String> lines) {
    lines.add(
        verdicts.word(rule.rule(), rule.verdict())
            + " "
            + style.paint(Meaning.TITLE, rule.rule().id())
            + ": "
            + text(rule.rule().title()));
    if (!rule.rule().asked().isEmpty()) {
      lines.add("  " + text(ControlWords.asked(rule.rule())));
    }
    lines.add("");
    picture.of(rule, lines);
    new OutlookLines(style).of(rule, lines);
    for (Finding finding : rule.findings()) {
      finding(finding, rule, gate, deployment.filesOf(finding), lines);
    }
    if (!rule.assumptions().isEmpty()) {
      lines.add("  assumed, since no plan or template can show it:");
      for (Assumption assumption : rule.assumptions()) {
        lines.add("    - `" + text(assumption.address()) + "`: " + text(assumption.message()));
        lines.add("      to confirm: " + text(assumption.confirm()));
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

  private void finding(
      Finding finding, RuleResult rule, Gate gate, List<String> files, List<String> lines) {
    boolean refused = gate.refuses(rule, finding);
    String kind =
        finding.isAccepted()
            ? "accepted"
            : refused
                ? (finding.verdict() == Verdict.FAIL ? "error" : "unknown")
                : (finding.verdict() == Verdict.FAIL ? "warning" : "note");
    Meaning meaning = finding.verdict() == Verdict.FAIL ? Meaning.BAD : Meaning.UNSURE;
    lines.add(
        style.paint(meaning, kind + "[" + finding.code() + "]") + ": " + text(finding.message()));
    places.place(finding.labels(), finding.address(), lines);
    if (finding.labels().isEmpty()) {
      files.forEach(
          file ->
              lines.add(
                  (finding.address().isEmpty() && file.equals(files.get(0))
                          ? DiagnosticLines.ARROW
                          : "      ")
                      + text(file)));
    }
    reasons(finding, lines);
    events(finding, rule, lines);
    places.help(finding.help(), lines);
    finding
        .acceptance()
        .ifPresent(
            word -> lines.add(note("accepted until " + word.until() + ": " + text(word.reason()))));
    lines.add("");
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

  private String text(String foreign) {
    return style.plain(foreign);
  }

  private String note(String text) {
    return "  = " + text;
  }
}
