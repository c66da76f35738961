package io.trailproof.report.html;

import io.trailproof.check.result.Before;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.Outlook;
import io.trailproof.diagnostic.Label;
import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.ControlWords;
import io.trailproof.report.summary.DeltaLine;
import io.trailproof.report.summary.Phrase;
import io.trailproof.report.summary.Problem;
import io.trailproof.report.summary.Words;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.Excerpt;
import io.trailproof.report.text.FindingPlace;
import io.trailproof.report.text.Markup;
import io.trailproof.report.text.Style;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** A problem with all there is to know of it. */
final class ProblemCard {
  private static final Style STYLE = new Style(false, true);
  private static final int MOST_EVENTS = 6;
  private static final int MOST_NAMES = 12;

  /** A picture of its own has a card up to this number. */
  private static final int MOST_PICTURES = 10;

  private final Problem problem;
  private final Finding finding;
  private final boolean amongSeveral;
  private final Markup page;

  private ProblemCard(Problem problem, boolean amongSeveral, Markup page) {
    this.problem = problem;
    this.finding = problem.finding();
    this.amongSeveral = amongSeveral;
    this.page = page;
  }

  /**
   * Writes a card.
   *
   * @param amongSeveral true if the page is about more than one check
   */
  static void into(Problem problem, boolean amongSeveral, Markup page) {
    new ProblemCard(problem, amongSeveral, page).write();
  }

  private void write() {
    page.open("article", "id", "p" + problem.number(), "class", Html.tone(problem.verdict()));
    page.open("h3");
    Html.icon(Html.icon(problem.verdict()), page);
    page.text(problem.label() + ": ");
    Html.message(finding.message(), page);
    page.close();
    for (String reason : finding.reasons()) {
      if (!finding.message().contains(reason)) {
        page.open("p");
        Html.message(reason, page);
        page.close();
      }
    }
    problem
        .acceptance()
        .ifPresent(
            word ->
                page.open("p")
                    .element("b", "Accepted until " + word.until() + ": ")
                    .text(CleanText.line(word.reason()))
                    .close());
    Optional<CardChain> chain = amongSeveral ? CardChain.of(problem) : Optional.empty();
    chain.filter(any -> problem.number() <= MOST_PICTURES).ifPresent(one -> one.draw(page));
    page.open("dl");
    toDo();
    where();
    if (amongSeveral) {
      entry(problem.verdict() == Verdict.UNKNOWN ? "Stops at" : "Breaks at");
      page.text(chain.map(CardChain::words).orElse("the " + problem.link()));
      page.close();
    }
    costs();
    since();
    affects();
    entry("Code");
    page.element("code", finding.code())
        .text(", " + finding.severity().word())
        .text(finding.facts().isEmpty() ? "" : ", " + String.join(" ", finding.facts()));
    page.close();
    String asked = ControlWords.asked(problem.check().rule().rule());
    if (!asked.isEmpty()) {
      entry("Control");
      page.text(CleanText.line(asked)).close();
    }
    page.close();
    outlooks();
    page.close().line();
  }

  private void entry(String title) {
    page.element("dt", title).open("dd");
  }

  private void toDo() {
    entry("To do");
    List<String> help =
        finding.help().isEmpty()
            ? List.of(
                "check this input together with the one that holds it, or declare it in"
                    + " `trailproof.yaml`")
            : finding.help();
    for (String one : help) {
      page.open("div");
      Html.message(one, page);
      page.close();
    }
    page.close();
  }

  private void where() {
    entry("Where");
    if (!finding.address().isEmpty()) {
      Html.address(finding.address(), page);
      page.empty("br");
    }
    page.open("small");
    Html.address(FindingPlace.of(problem.check().deployment(), finding).shown(), page);
    page.close();
    for (Label label : finding.labels()) {
      excerpt(Excerpt.quoted(label, STYLE));
    }
    page.close();
  }

  private void excerpt(List<Excerpt.Quoted> lines) {
    if (lines.isEmpty()) {
      return;
    }
    page.open("pre");
    for (Excerpt.Quoted line : lines) {
      page.element("small", Long.toString(line.line())).text("  " + line.lead());
      if (!line.marked().isEmpty()) {
        page.open("mark").element("b", line.marked()).close();
      }
      page.text(line.tail());
      if (!line.said().isEmpty()) {
        page.text("  ").element("small", "← " + line.said());
      }
      page.line();
    }
    page.close();
  }

  private void costs() {
    entry("Costs");
    int all = problem.check().events();
    List<String> events = finding.events();
    String of =
        events.size() == all
            ? "all " + Words.counted(all, "event")
            : events.size()
                + " of "
                + Words.counted(all, "event")
                + ": "
                + Words.few(events, MOST_EVENTS);
    page.text(of).close();
  }

  private void since() {
    problem.checks().stream()
        .findFirst()
        .flatMap(DeltaLine::of)
        .filter(delta -> problem.verdict() != Verdict.PASS)
        .ifPresent(
            delta -> {
              entry("Since");
              Html.phrase(delta, page);
              List<String> lost =
                  problem.check().rule().before().map(Before::lost).orElse(List.of());
              lost.forEach(
                  line -> {
                    page.empty("br");
                    Html.message(line, page);
                  });
              page.close();
            });
  }

  private void affects() {
    List<String> deployments = problem.checks().stream().map(Check::where).distinct().toList();
    List<String> rules =
        problem.checks().stream().map(one -> one.rule().rule().id()).distinct().toList();
    if (deployments.size() + rules.size() == 2) {
      return;
    }
    entry("Affects");
    page.text(Words.counted(deployments.size(), "deployment") + ": ");
    String between = "";
    for (String name : deployments.subList(0, Math.min(MOST_NAMES, deployments.size()))) {
      page.text(between);
      Html.address(name, page);
      between = ", ";
    }
    if (deployments.size() > MOST_NAMES) {
      page.text(" and " + (deployments.size() - MOST_NAMES) + " more");
    }
    page.text(
        rules.size() == 1 ? "; rule " + rules.get(0) : "; " + Words.counted(rules.size(), "rule"));
    page.close();
  }

  private void outlooks() {
    List<Outlook> outlooks = problem.check().rule().outlooks();
    if (outlooks.isEmpty()) {
      return;
    }
    page.open("table", "border", "1", "cellpadding", "4", "cellspacing", "0");
    page.element("caption", "It depends on what the input leaves open");
    for (Outlook outlook : outlooks) {
      page.open("tr").open("th", "scope", "row");
      String when = String.join(" and ", outlook.when());
      Html.phrase(Phrase.message(when.isEmpty() ? "otherwise" : "if " + when), page);
      page.close().open("td");
      Html.icon(Html.icon(outlook.verdict()), page);
      page.text(
          switch (outlook.verdict()) {
            case PASS -> "proven";
            case FAIL -> "broken";
            case UNKNOWN -> "unknown";
          });
      if (!outlook.broken().isEmpty() && outlook.verdict() != Verdict.PASS) {
        page.text(" (" + CleanText.line(String.join(", ", outlook.broken())) + ")");
      }
      page.close().close();
    }
    page.close();
  }
}
