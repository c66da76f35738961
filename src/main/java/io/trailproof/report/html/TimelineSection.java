package io.trailproof.report.html;

import io.trailproof.kleene.Truth;
import io.trailproof.report.summary.Phrase;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.Markup;
import java.util.List;

/** A timeline as a section of the page: steps below each other, what follows one within it. */
final class TimelineSection {
  /** So many steps beside each other that stop it are shown. */
  private static final int MOST_STOPPED = 5;

  private static final String UNTOLD = "cannot be told";

  private TimelineSection() {}

  /** Writes the section. */
  static void into(Timeline timeline, Markup page) {
    page.open("section").element("h2", CleanText.line(timeline.title()));
    page.open("p");
    Html.icon(icon(timeline.outcome()), page);
    page.element("b", CleanText.line(timeline.told())).close();
    for (Timeline.Way way : timeline.ways()) {
      if (!way.when().isEmpty()) {
        page.open("h3").text("Where ");
        Html.phrase(Phrase.message(way.when()), page);
        page.close();
      }
      steps(way.steps(), page);
    }
    for (String beside : timeline.beside()) {
      page.open("p");
      Html.message(beside, page);
      page.close();
    }
    page.close().line();
  }

  private static void steps(List<Timeline.Step> steps, Markup page) {
    page.open("ol", "class", "timeline");
    int stopped = 0;
    for (Timeline.Step step : steps) {
      stopped += step.passes().isNo() ? 1 : 0;
      if (!step.passes().isNo() || stopped <= MOST_STOPPED) {
        step(step, page);
      }
    }
    if (stopped > MOST_STOPPED) {
      page.element("li", (stopped - MOST_STOPPED) + " more stop it");
    }
    page.close();
  }

  private static void step(Timeline.Step step, Markup page) {
    page.open("li", "class", tone(step.passes()));
    Html.marked(icon(step.passes()), step.kind(), page);
    if (!step.address().isEmpty()) {
      page.text(" ");
      Html.address(step.address(), page);
    }
    for (Timeline.Line line : step.lines()) {
      page.empty("br");
      String lead = lead(line);
      if (!lead.isEmpty()) {
        page.element("b", lead);
      }
      Html.phrase(Phrase.message(line.text()), page);
    }
    if (step.isOnwardAbove()) {
      page.empty("br").element("small", "and on as above");
    } else if (!step.onward().isEmpty()) {
      steps(step.onward(), page);
    }
    page.close();
  }

  private static String lead(Timeline.Line line) {
    return switch (line.passes()) {
      case YES -> "";
      case NO -> "stopped: ";
      case UNKNOWN -> line.text().endsWith(UNTOLD) ? "" : UNTOLD + ": ";
    };
  }

  private static Icon icon(Truth passes) {
    return switch (passes) {
      case YES -> Icon.PROVEN;
      case NO -> Icon.BROKEN;
      case UNKNOWN -> Icon.UNKNOWN;
    };
  }

  private static String tone(Truth passes) {
    return switch (passes) {
      case YES -> "good";
      case NO -> "bad";
      case UNKNOWN -> "open";
    };
  }
}
