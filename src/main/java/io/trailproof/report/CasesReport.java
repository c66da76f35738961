package io.trailproof.report;

import io.trailproof.check.result.CaseResult;
import io.trailproof.check.result.CasesResult;
import io.trailproof.check.result.Finding;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.report.JunitXml.Case;
import io.trailproof.report.JunitXml.Outcome;
import io.trailproof.report.JunitXml.Suite;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.Style;
import io.trailproof.report.text.Style.Meaning;
import io.trailproof.rule.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What came of the cases of rules: in text with the chain as it was found, or as JUnit XML. */
public record CasesReport(CasesResult result) {
  private static final String HOLDS = "every part of the chain holds";

  /**
   * For people.
   *
   * @param quiet leaves out the files of which every case holds
   */
  public void text(Style style, boolean quiet, Appendable out) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Diagnostic diagnostic : result.diagnostics()) {
      new DiagnosticLines(style).of(diagnostic, lines);
    }
    for (CasesResult.OfFile file : result.files()) {
      long holding = file.cases().stream().filter(CaseResult::holds).count();
      boolean all = holding == file.cases().size();
      if (!(all && quiet)) {
        lines.add(
            new VerdictText(style).mark(all ? Verdict.PASS : Verdict.FAIL)
                + " "
                + style.plain(file.name())
                + ": "
                + (all
                    ? counted(holding) + (holding == 1 ? " holds" : " hold")
                    : holding + " of " + counted(file.cases().size()) + " hold"));
      }
      file.cases().stream().filter(one -> !one.holds()).forEach(one -> differs(one, style, lines));
    }
    lines.add(lastLine());
    for (String line : lines) {
      out.append(line.stripTrailing()).append('\n');
    }
  }

  private static void differs(CaseResult one, Style style, List<String> lines) {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
    lines.add(
        style.paint(Meaning.BAD, "differs")
            + ": "
            + style.paint(Meaning.TITLE, style.plain(one.expected().name())));
    lines.add(DiagnosticLines.ARROW + style.plain(one.expected().span().toString()));
    one.differences().forEach(text -> lines.add("  = " + style.plain(text)));
    lines.add("");
    new ChainPicture(style, false).of(one.found(), lines);
    for (Finding finding : one.found().findings()) {
      Meaning meaning = finding.verdict() == Verdict.FAIL ? Meaning.BAD : Meaning.UNSURE;
      lines.add(
          "  "
              + style.paint(meaning, finding.verdict().word() + "[" + finding.code() + "]")
              + ": "
              + style.plain(finding.message()));
    }
    if (!one.found().findings().isEmpty()) {
      lines.add("");
    }
  }

  /** Counts all that makes the exit code other than 0 as failures or errors, as every report. */
  private String lastLine() {
    long holding = result.cases().stream().filter(CaseResult::holds).count();
    long differing = result.cases().size() - holding;
    long broken =
        result.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(Diagnostic::input)
            .distinct()
            .count();
    return counted(holding)
        + (holding == 1 ? " holds" : " hold")
        + (differing == 0 ? "" : ", " + differing + " failure" + (differing == 1 ? "" : "s"))
        + (broken == 0 ? "" : ", " + broken + " error" + (broken == 1 ? "" : "s"));
  }

  private static String counted(long cases) {
    return cases + " case" + (cases == 1 ? "" : "s");
  }

  /** For servers: a suite for each file. */
  public void junit(Appendable out) throws IOException {
    List<Suite> suites = new ArrayList<>();
    JunitXml.unread("rules and tests", result.diagnostics()).ifPresent(suites::add);
    for (CasesResult.OfFile file : result.files()) {
      suites.add(
          new Suite(
              CleanText.line(file.name()), file.cases().stream().map(CasesReport::of).toList()));
    }
    JunitXml.write(suites, out);
  }

  private static Case of(CaseResult one) {
    String rule = one.found().rule().id();
    String name = CleanText.line(one.expected().name());
    if (one.holds()) {
      return new Case(rule, name, Outcome.PASSED, "", "");
    }
    List<String> found =
        one.found().findings().stream()
            .map(finding -> finding.code() + ": " + finding.message())
            .toList();
    String body = one.expected().span() + ": " + (found.isEmpty() ? HOLDS : found.get(0));
    return new Case(
        rule,
        name,
        Outcome.BROKEN,
        CleanText.line(String.join("; ", one.differences())),
        JunitXml.lines(body, List.of()));
  }
}
