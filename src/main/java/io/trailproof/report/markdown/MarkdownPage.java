package io.trailproof.report.markdown;

import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.Headline;
import io.trailproof.report.summary.Phrase;
import io.trailproof.report.summary.Problem;
import io.trailproof.report.summary.Problems;
import io.trailproof.report.summary.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run as one page of Markdown, part by part, as much of it as there is room for. */
public final class MarkdownPage {
  private static final String CUT =
      "Some parts are left out for want of room; `-f html` and `-f json` have all.";

  private final CheckResult result;
  private final String version;
  private final List<Check> checks;
  private final Problems problems;
  private final Headline headline;

  /** The page of a run. */
  public MarkdownPage(CheckResult result, String version) {
    this.result = result;
    this.version = version;
    this.checks = Check.of(result);
    this.problems = Problems.of(result);
    this.headline = Headline.of(result);
  }

  /** The page, with whole parts left out from the end until it has no more than so many signs. */
  public String within(int most) {
    List<List<String>> parts = new ArrayList<>(List.of(top()));
    boolean cut = false;
    int length = length(parts.get(0)) + CUT.length() + 2;
    for (List<String> part : rest()) {
      if (!part.isEmpty()) {
        if (length + length(part) > most) {
          cut = true;
        } else {
          length += length(part);
          parts.add(part);
        }
      }
    }
    StringBuilder page = new StringBuilder();
    for (List<String> part : parts) {
      page.append(page.isEmpty() ? "" : "\n");
      part.forEach(line -> page.append(line).append('\n'));
    }
    return cut ? page + "\n" + CUT + "\n" : page.toString();
  }

  private static int length(List<String> lines) {
    return lines.stream().mapToInt(line -> line.length() + 1).sum() + 1;
  }

  /** Never left out: what it is, how many, what is new. */
  private List<String> top() {
    List<String> lines = new ArrayList<>();
    lines.add("<!-- trailproof:report:default -->");
    lines.add(
        "### "
            + mark(headline.stamp())
            + " "
            + headline.stamp().word()
            + ": "
            + uncapital(MarkdownText.of(headline.sentence())));
    String lead = MarkdownText.of(headline.lead());
    if (!lead.isEmpty()) {
      lines.add("");
      lines.add(lead);
    }
    headline
        .delta()
        .ifPresent(
            delta -> {
              lines.add("");
              lines.add(MarkdownText.of(delta).replace("▼", "🔻").replace("▲", "🔺"));
            });
    return lines;
  }

  private List<List<String>> rest() {
    List<List<String>> parts = new ArrayList<>();
    parts.add(unread());
    if (checks.size() == 1) {
      parts.add(FlowTable.of(checks.get(0)));
      List<Problem> all = problems.all();
      if (!all.isEmpty()) {
        parts.add(ProblemItems.inFull(all.get(0)));
      }
      if (all.size() > 1) {
        int more = all.size() - 1;
        parts.add(
            Fold.of(
                more + (more == 1 ? " more problem" : " more problems"),
                ProblemItems.listed(all.subList(1, all.size()))));
      }
    } else {
      parts.add(ProblemItems.listed(problems.all()));
      parts.add(Matrix.of(checks, problems));
    }
    parts.addAll(new Folds(result, checks, version).all());
    return parts;
  }

  private List<String> unread() {
    List<String> lines = new ArrayList<>();
    for (Diagnostic diagnostic : result.diagnostics()) {
      if (diagnostic.isError()) {
        String place =
            diagnostic.primary() == null
                ? diagnostic.input()
                : diagnostic.primary().part().toString();
        lines.add(
            "- ❌ "
                + MarkdownText.code(place)
                + ": "
                + MarkdownText.of(Phrase.message(diagnostic.message())));
      }
    }
    return lines;
  }

  private static String mark(Stamp stamp) {
    return switch (stamp) {
      case PROVEN -> "✅";
      case BROKEN, INCOMPLETE -> "❌";
      case UNKNOWN -> "⚠️";
      case NOT_APPLICABLE -> "➖";
    };
  }

  private static String uncapital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
