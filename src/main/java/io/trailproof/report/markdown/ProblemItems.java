package io.trailproof.report.markdown;

import io.trailproof.check.result.Finding;
import io.trailproof.diagnostic.Label;
import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.ControlWords;
import io.trailproof.report.summary.Phrase;
import io.trailproof.report.summary.Problem;
import io.trailproof.report.summary.Words;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.Excerpt;
import io.trailproof.report.text.FindingPlace;
import io.trailproof.report.text.Style;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Problems in words: one in full, or many as the items of a list. */
final class ProblemItems {
  private static final Style STYLE = new Style(false, true);

  /** Problems that are listed. */
  private static final int MOST = 10;

  private static final int MOST_DEPLOYMENTS = 5;

  /** What is longer stands in a fold of its own. */
  private static final int LONGEST_VALUE = 120;

  private static final Pattern ALTERNATIVE = Pattern.compile("(?<=\\|\\||&&)");

  private ProblemItems() {}

  /** A problem of the only check, with its line. */
  static List<String> inFull(Problem problem) {
    Finding finding = problem.finding();
    List<String> lines = new ArrayList<>();
    lines.add("**" + MarkdownText.of(Phrase.message(finding.message()).capital()) + "**");
    lines.add("");
    accepted(problem).ifPresent(lines::add);
    List<String> folds = new ArrayList<>();
    for (String help : finding.help()) {
      lines.add("**To do:** " + MarkdownText.of(shortened(help, "the value below", folds)) + "  ");
    }
    String asked = ControlWords.asked(problem.check().rule().rule());
    lines.add(place(problem) + (asked.isEmpty() ? "" : "  "));
    if (!asked.isEmpty()) {
      lines.add(MarkdownText.plain(asked));
    }
    List<Label> labels = finding.labels();
    if (!labels.isEmpty()) {
      List<String> excerpt = Excerpt.of(labels.get(0), STYLE);
      if (!excerpt.isEmpty()) {
        lines.add("");
        lines.add(MarkdownText.fenced(excerpt));
      }
    }
    for (String fold : folds) {
      lines.add("");
      lines.addAll(
          Fold.of(
              "the value to set, " + Words.counted(alternatives(fold).size(), "line"),
              List.of(MarkdownText.fenced(alternatives(fold)))));
    }
    return lines;
  }

  private static List<String> alternatives(String value) {
    return ALTERNATIVE.splitAsStream(CleanText.whole(value)).toList();
  }

  private static Phrase shortened(String help, String instead, List<String> folds) {
    List<Phrase.Piece> pieces = new ArrayList<>();
    for (Phrase.Piece piece : Phrase.message(help).capital().pieces()) {
      boolean isLong = piece.kind() == Phrase.Kind.CODE && piece.text().length() > LONGEST_VALUE;
      if (isLong) {
        folds.add(piece.text());
        pieces.add(new Phrase.Piece(Phrase.Kind.PLAIN, instead));
      } else {
        pieces.add(piece);
      }
    }
    return new Phrase(pieces);
  }

  private static Optional<String> accepted(Problem problem) {
    return problem
        .acceptance()
        .map(
            word ->
                "Accepted until " + word.until() + ": " + MarkdownText.code(word.reason()) + "  ");
  }

  private static String place(Problem problem) {
    return "at "
        + MarkdownText.code(
            FindingPlace.of(problem.check().deployment(), problem.finding()).shown());
  }

  /** Problems of several checks. */
  static List<String> listed(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    for (Problem problem : problems.subList(0, Math.min(MOST, problems.size()))) {
      item(problem, lines);
    }
    if (problems.size() > MOST) {
      lines.add("");
      lines.add("and " + (problems.size() - MOST) + " more");
    }
    return lines;
  }

  private static void item(Problem problem, List<String> lines) {
    Finding finding = problem.finding();
    String mark = problem.verdict() == Verdict.FAIL ? "❌" : "⚠️";
    String fresh = problem.isNew() ? "🔻 New: " : "";
    lines.add(
        problem.number()
            + ". "
            + mark
            + " "
            + fresh
            + "**"
            + MarkdownText.of(Phrase.message(finding.message()).capital())
            + "**  ");
    accepted(problem).ifPresent(line -> lines.add("   " + line));
    finding.help().stream()
        .findFirst()
        .ifPresent(
            help ->
                lines.add(
                    "   **To do:** "
                        + MarkdownText.of(
                            shortened(help, "what the full report says", new ArrayList<>()))
                        + ", "
                        + place(problem)
                        + "  "));
    lines.add("   **Affects:** " + affects(problem));
  }

  private static String affects(Problem problem) {
    List<String> deployments = problem.checks().stream().map(Check::where).distinct().toList();
    List<String> rules =
        problem.checks().stream().map(check -> check.rule().rule().id()).distinct().toList();
    String shown =
        String.join(
            ", ",
            deployments.subList(0, Math.min(MOST_DEPLOYMENTS, deployments.size())).stream()
                .map(MarkdownText::code)
                .toList());
    int more = deployments.size() - MOST_DEPLOYMENTS;
    return shown
        + (more > 0 ? " and " + more + " more" : "")
        + " ("
        + (rules.size() == 1
            ? MarkdownText.code(rules.get(0))
            : Words.counted(rules.size(), "rule"))
        + ")"
        + problem.checks().stream()
            .map(check -> ControlWords.asked(check.rule().rule()))
            .filter(asked -> !asked.isEmpty())
            .findFirst()
            .map(asked -> " " + MarkdownText.plain(asked))
            .orElse("");
  }
}
