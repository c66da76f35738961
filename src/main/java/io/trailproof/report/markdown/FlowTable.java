package io.trailproof.report.markdown;

import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.Flow;
import io.trailproof.report.summary.Phrase;
import io.trailproof.report.summary.Station;
import java.util.ArrayList;
import java.util.List;

/** One check as a table: the links as columns, a row for each way that its events take. */
final class FlowTable {
  /** Ways that are shown. */
  private static final int MOST = 4;

  private static final String NO_BREAK = "\u00a0";

  private FlowTable() {}

  static List<String> of(Check check) {
    List<Flow> flows = Flow.of(check);
    List<String> lines = new ArrayList<>();
    List<String> titles = List.of();
    for (Flow flow : flows.subList(0, Math.min(MOST, flows.size()))) {
      List<String> own = flow.stations().stream().map(Station::title).toList();
      if (!own.equals(titles)) {
        heading(own, lines);
        titles = own;
      }
      row(flow, check, lines);
    }
    if (flows.size() > MOST) {
      lines.add("");
      lines.add("and " + (flows.size() - MOST) + " more ways");
    }
    return lines;
  }

  private static void heading(List<String> titles, List<String> lines) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    StringBuilder names = new StringBuilder("|");
    StringBuilder rule = new StringBuilder("|");
    for (String title : titles) {
      names.append(' ').append(unbroken(title)).append(" |");
      rule.append(":-:|");
    }
    lines.add(names + " told |");
    lines.add(rule + ":-:|");
  }

  private static void row(Flow flow, Check check, List<String> lines) {
    StringBuilder row = new StringBuilder("|");
    for (Station station : flow.stations()) {
      row.append(' ').append(cell(station)).append(" |");
    }
    String told = flow.arrived() + " of " + check.events();
    lines.add(row + " **" + unbroken(told) + "** |");
  }

  private static String cell(Station station) {
    return switch (station.state()) {
      case HOLDS -> "✅" + NO_BREAK + station.outWords();
      case BREAKS -> "❌" + NO_BREAK + station.outWords();
      case UNKNOWN -> "⚠️" + NO_BREAK + station.outWords();
      case WOULD_HOLD, NOT_REACHED -> "–";
    };
  }

  private static String unbroken(String text) {
    return MarkdownText.inCell(Phrase.plain(text)).replace(" ", NO_BREAK);
  }
}
