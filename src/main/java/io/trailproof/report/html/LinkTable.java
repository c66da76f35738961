package io.trailproof.report.html;

import io.trailproof.graph.Resource;
import io.trailproof.report.summary.Flow;
import io.trailproof.report.summary.Station;
import io.trailproof.report.text.Located;
import io.trailproof.report.text.Markup;

/**
 * The picture of a chain as a table: what it says in words, and all there is on a narrow screen.
 */
final class LinkTable {
  private LinkTable() {}

  static void into(Flow flow, Markup page) {
    page.open("table", "border", "1", "cellpadding", "4", "cellspacing", "0");
    page.element("caption", "Link by link");
    page.open("thead").open("tr");
    for (String title : new String[] {"link", "resource", "result, events in → out"}) {
      page.element("th", title, "scope", "col");
    }
    page.close().close().open("tbody");
    for (Station station : flow.stations()) {
      row(station, page);
    }
    page.close().close().line();
  }

  private static void row(Station station, Markup page) {
    page.open("tr").element("th", station.title(), "scope", "row").open("td");
    if (station.resource().isPresent()) {
      Resource resource = station.resource().get();
      Html.address(resource.address(), page);
      if (resource.span() != null) {
        page.empty("br").open("small");
        Html.address(Located.of(resource.span()).shown(), page);
        page.close();
      }
    } else {
      page.text("—");
    }
    page.close();
    String tone =
        switch (station.state()) {
          case BREAKS -> "bad";
          case UNKNOWN -> "open";
          case HOLDS, WOULD_HOLD, NOT_REACHED -> "";
        };
    if (tone.isEmpty()) {
      page.open("td");
      Html.icon(Html.icon(station.state()), page);
      page.text(station.state().word());
    } else {
      page.open("td", "class", tone);
      Html.marked(Html.icon(station.state()), station.state().word(), page);
    }
    if (station.state() != Station.State.NOT_REACHED) {
      page.text(" ")
          .element("span", station.inWords() + " → " + station.outWords(), "class", "flow");
    }
    page.close().close();
  }
}
