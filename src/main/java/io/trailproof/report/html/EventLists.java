package io.trailproof.report.html;

import io.trailproof.check.result.Before;
import io.trailproof.check.result.EventProof;
import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.DeltaLine;
import io.trailproof.report.summary.Words;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.Markup;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The events of a check by what becomes of them, and what became of them before the plan. */
final class EventLists {
  private static final int MOST_NAMES = 100;

  private final Check check;
  private final Markup page;

  private EventLists(Check check, Markup page) {
    this.check = check;
    this.page = page;
  }

  /** Writes the section; nothing if the page is not about one check. */
  static void into(List<Check> checks, Markup page) {
    if (checks.size() == 1) {
      new EventLists(checks.get(0), page).write();
    }
  }

  private void write() {
    page.open("section").element("h2", "The " + Words.counted(check.events(), "event"));
    Optional<Before> before = check.rule().before();
    before.ifPresent(
        was -> page.element("p", "Before this plan, " + DeltaLine.told(was, check.events()) + "."));
    for (Verdict verdict : Verdict.values()) {
      if (verdict == Verdict.FAIL) {
        taken();
      }
      int count = count(one -> one.verdict() == verdict && !check.isTaken(one));
      if (count > 0) {
        page.open("h3");
        Html.icon(Html.icon(verdict), page);
        page.text(count + " " + Words.fate(verdict, count)).close();
        names(one -> one.verdict() == verdict && !check.isTaken(one));
      }
    }
    page.close().line();
  }

  private int count(Predicate<EventProof> which) {
    return (int) check.rule().proofs().stream().filter(which).count();
  }

  private void taken() {
    int count = count(check::isTaken);
    if (count > 0) {
      page.open("h3");
      Html.icon(Icon.BROKEN, page);
      page.text(count + " by " + check.takingWays() + " alone, which does not count here").close();
      names(check::isTaken);
      page.open("p").element("code", check.optionForTakingWays());
      page.text(" lets it count; no control is served by that.").close();
    }
  }

  private void names(Predicate<EventProof> which) {
    page.open("ul", "class", "events");
    List<EventProof> proofs = check.rule().proofs();
    int shown = 0;
    for (int i = 0; i < proofs.size() && shown < MOST_NAMES; i++) {
      if (which.test(proofs.get(i))) {
        Verdict now = proofs.get(i).verdict();
        page.open("li").text(CleanText.line(proofs.get(i).event().name()));
        before(i)
            .filter(was -> was != now)
            .ifPresent(was -> page.text(" ").element("small", "before: " + past(was)));
        page.close();
        shown++;
      }
    }
    page.close();
  }

  /** What came of an event before the plan, where the count alone does not tell. */
  private Optional<Verdict> before(int event) {
    return check
        .rule()
        .before()
        .filter(was -> was.events().stream().distinct().count() > 1)
        .map(was -> was.events().get(event));
  }

  private static String past(Verdict was) {
    return switch (was) {
      case PASS -> "reached a subscriber";
      case FAIL -> "got away";
      case UNKNOWN -> "could not be decided";
    };
  }
}
