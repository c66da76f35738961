package io.trailproof.report;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.Finding;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.report.summary.ControlWords;
import io.trailproof.report.summary.Headline;
import io.trailproof.report.summary.Problem;
import io.trailproof.report.summary.Problems;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.FindingPlace;
import io.trailproof.report.text.Located;
import io.trailproof.rule.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Annotations of a GitHub workflow: one for each problem at its line, the most important first.
 *
 * <p>GitHub keeps ten errors and ten warnings of a step (actions/toolkit#734), so the tenth of a
 * kind says how many more there are. Nothing else stands in the output.
 */
final class GithubReport implements Reporter {
  /** Annotations of one kind that a step keeps. */
  private static final int MOST = 10;

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_TEXT = 1_500;
  private static final String SEE = "see the job summary";

  private enum Kind {
    ERROR("error"),
    WARNING("warning"),
    NOTICE("notice");

    private final String command;

    Kind(String command) {
      this.command = command;
    }
  }

  private record Annotation(Kind kind, Optional<Located> at, String title, String text) {}

  @Override
  public void write(CheckResult result, Appendable out) throws IOException {
    Headline headline = Headline.of(result);
    String title = headline.stamp().word() + ": " + headline.sentence().text();
    List<Annotation> all = new ArrayList<>();
    result.diagnostics().stream()
        .filter(Diagnostic::isError)
        .forEach(diagnostic -> all.add(unread(diagnostic, result)));
    for (Problem problem : Problems.of(result).all()) {
      all.add(of(problem, title, result));
    }
    for (Kind kind : Kind.values()) {
      write(all.stream().filter(one -> one.kind() == kind).toList(), out);
    }
  }

  private static Annotation unread(Diagnostic diagnostic, CheckResult result) {
    Located at =
        Optional.ofNullable(diagnostic.primary())
            .map(Located::of)
            .orElse(Located.atStart(diagnostic.input()));
    return new Annotation(
        Kind.ERROR,
        inCheckout(at),
        result.isOfConfiguration(diagnostic)
            ? "Incomplete: the configuration has an error"
            : "Incomplete: input could not be read",
        CleanText.line(diagnostic.input()) + ": " + CleanText.line(diagnostic.message()));
  }

  private static Annotation of(Problem problem, String title, CheckResult result) {
    Finding finding = problem.finding();
    boolean gates =
        problem.sites().stream()
            .anyMatch(site -> result.gate().refuses(site.check().rule(), site.finding()));
    List<String> lines = new ArrayList<>();
    problem
        .acceptance()
        .ifPresent(
            word ->
                lines.add("Accepted until " + word.until() + ": " + CleanText.line(word.reason())));
    lines.add(CleanText.line(finding.message()));
    finding.help().stream()
        .findFirst()
        .ifPresent(
            help -> lines.add("To do: " + (help.length() > 200 ? SEE : CleanText.line(help))));
    lines.add(
        finding.events().size()
            + " of "
            + problem.check().events()
            + (problem.verdict() == Verdict.UNKNOWN
                ? " events cannot be decided"
                : problem.check().taken() > 0
                    ? " events do not arrive by the ways that count"
                    : " events get away")
            + (problem.isNew() ? "; new with this plan" : "")
            + ". "
            + finding.code()
            + ", "
            + problem.label()
            + comma(CleanText.line(ControlWords.asked(problem.check().rule().rule()))));
    return new Annotation(
        gates ? Kind.ERROR : problem.acceptance().isPresent() ? Kind.NOTICE : Kind.WARNING,
        inCheckout(FindingPlace.of(problem.check().deployment(), finding)),
        title,
        String.join("\n", lines));
  }

  private static String comma(String words) {
    return words.isEmpty() ? "" : ", " + words;
  }

  /** A place below the folder that the run is in; GitHub shows no other. */
  private static Optional<Located> inCheckout(Located at) {
    String path = at.path();
    boolean outside =
        path.startsWith("/") || path.equals("..") || path.startsWith("../") || path.contains(":");
    return outside ? Optional.empty() : Optional.of(at);
  }

  private static void write(List<Annotation> some, Appendable out) throws IOException {
    int shown = some.size() > MOST ? MOST - 1 : some.size();
    for (Annotation one : some.subList(0, shown)) {
      write(one, out);
    }
    if (shown < some.size()) {
      Annotation first = some.get(0);
      write(
          new Annotation(
              first.kind(),
              Optional.empty(),
              first.title(),
              "and " + (some.size() - shown) + " more problems: " + SEE),
          out);
    }
  }

  private static void write(Annotation one, Appendable out) throws IOException {
    StringBuilder command = new StringBuilder("::").append(one.kind().command).append(' ');
    one.at()
        .ifPresent(
            at -> {
              command.append("file=").append(property(at.path()));
              command.append(",line=").append(at.line()).append(",endLine=").append(at.endLine());
              if (at.line() == at.endLine() && at.endColumn() > at.column()) {
                command.append(",col=").append(at.column());
                command.append(",endColumn=").append(at.endColumn());
              }
              command.append(',');
            });
    command
        .append("title=")
        .append(property(CleanText.cut(CleanText.whole(one.title()), LONGEST_TITLE)))
        .append("::")
        .append(data(CleanText.cut(one.text(), LONGEST_TEXT)))
        .append('\n');
    out.append(command);
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
