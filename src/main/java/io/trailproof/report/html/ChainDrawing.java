package io.trailproof.report.html;

import io.trailproof.graph.Existence;
import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.Flow;
import io.trailproof.report.summary.Station;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.Markup;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The chain as a picture: events flow from left to right, at each arrow the number that is left;
 * where the chain breaks the box is heavy and the lost ones fall out below.
 *
 * <p>Colours are presentation attributes, which hold where styles are refused; a class lets styles
 * give the dark ones.
 */
final class ChainDrawing {
  private static final double WIDTH = 1040;
  private static final double LEFT = 62;
  private static final double RIGHT = 112;
  private static final double GAP = 32;
  private static final double TOP = 14;
  private static final double HEIGHT = 74;
  private static final double ROW = 152;
  private static final double FLAT = 98;
  private static final int MOST_IN_ROW = 8;
  private static final int LONGEST_NAME = 14;

  private final Flow flow;
  private final int all;
  private final Optional<String> before;
  private final boolean isTaken;
  private final Markup svg = new Markup();

  private ChainDrawing(Flow flow, int all, Optional<String> before, boolean isTaken) {
    this.flow = flow;
    this.all = all;
    this.before = before;
    this.isTaken = isTaken;
  }

  /** A picture of events of a check that go the same way. */
  static ChainDrawing of(Flow flow, Check check) {
    Optional<String> before =
        check
            .rule()
            .before()
            .filter(was -> check.verdict() != Verdict.PASS)
            .map(
                was ->
                    "before: " + Station.range(was.told(), was.open()) + " of " + check.events());
    boolean isTaken =
        flow.proofs().stream()
            .filter(one -> one.verdict() == Verdict.FAIL)
            .allMatch(check::isTaken);
    return new ChainDrawing(flow, check.events(), before, isTaken);
  }

  void into(Markup page) {
    List<Station> stations = flow.stations();
    int rows = (stations.size() + MOST_IN_ROW - 1) / MOST_IN_ROW;
    boolean loses = stations.stream().anyMatch(one -> one.lost() + one.undecided() > 0);
    double height = (rows - 1) * ROW + (loses ? ROW : FLAT);
    svg.open(
        "svg",
        "viewBox",
        "0 0 1040 " + number(height),
        "width",
        "1040",
        "height",
        number(height),
        "role",
        "img",
        "aria-label",
        words());
    svg.own("<g font-family=\"system-ui, sans-serif\" fill=\"currentColor\">");
    for (int row = 0; row < rows; row++) {
      row(
          stations.subList(row * MOST_IN_ROW, Math.min(stations.size(), (row + 1) * MOST_IN_ROW)),
          row * ROW,
          row == 0,
          row == rows - 1);
    }
    svg.own("</g>").close();
    page.own(svg.toString());
  }

  private void row(List<Station> stations, double top, boolean first, boolean last) {
    int n = stations.size();
    double box = (WIDTH - LEFT - RIGHT - GAP * (n + 1)) / n;
    double middle = top + TOP + HEIGHT / 2;
    if (first) {
      text(LEFT - 8, middle + 2, 22, "700", "end", "", Integer.toString(flow.proofs().size()));
      text(LEFT - 8, middle + 18, 13, "400", "end", "", "events");
    }
    for (int i = 0; i < n; i++) {
      Station station = stations.get(i);
      double x = LEFT + GAP * (i + 1) + box * i;
      arrow(x - GAP, x, middle, station.in(), station.maybe(), station.inWords());
      box(station, x, top + TOP, box);
    }
    Station end = stations.get(n - 1);
    double x = LEFT + GAP * n + box * n;
    arrow(x, x + GAP, middle, end.out(), end.maybeOut(), end.outWords());
    if (last) {
      told(x + GAP + 4, middle);
    }
  }

  private void told(double x, double middle) {
    String tone =
        flow.arrived() == flow.proofs().size()
            ? "good"
            : flow.verdict() == Verdict.FAIL ? "bad" : "open";
    text(x, middle - 8, 19, "700", "start", tone, flow.arrived() + " of " + all);
    text(x, middle + 8, 13, "400", "start", "", "reach a");
    text(x, middle + 24, 13, "400", "start", "", "subscriber");
    before.ifPresent(was -> text(x, middle + 40, 12, "400", "start", "muted", was));
  }

  private void box(Station station, double x, double y, double width) {
    Station.State state = station.state();
    String tone = tone(state);
    String line =
        switch (state) {
          case HOLDS, WOULD_HOLD -> "stroke-width=\"1.5\"";
          case BREAKS -> "stroke-width=\"3.5\"";
          case UNKNOWN -> "stroke-width=\"2.5\" stroke-dasharray=\"7 4\"";
          case NOT_REACHED -> "stroke-width=\"1.5\" stroke-dasharray=\"2 4\"";
        };
    boolean faded = state == Station.State.WOULD_HOLD;
    svg.own(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"7\" fill=\"none\" %s %s%s/>"
            .formatted(
                number(x),
                number(y),
                number(width),
                number(HEIGHT),
                stroke(tone),
                line,
                faded ? " opacity=\".75\"" : ""));
    boolean declared =
        station.resource().filter(one -> one.existence() == Existence.DECLARED).isPresent();
    if (declared) {
      svg.own(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"5\" fill=\"none\" %s/>"
              .formatted(
                  number(x + 3),
                  number(y + 3),
                  number(width - 6),
                  number(HEIGHT - 6),
                  stroke(tone)));
    }
    double centre = x + width / 2;
    if (state == Station.State.NOT_REACHED) {
      text(centre, y + 22, 12, "400", "middle", "muted", state.word());
    } else {
      svg.own(
          "<svg x=\"%s\" y=\"%s\" width=\"16\" height=\"16\" class=\"%s\"%s%s><use href=\"#%s\"/></svg>"
              .formatted(
                  number(centre - 8),
                  number(y + 8),
                  tone + "-ink",
                  " color=\"" + light(tone) + "\"",
                  faded ? " opacity=\".75\"" : "",
                  Html.icon(state).id()));
    }
    String quiet = faded || state == Station.State.NOT_REACHED ? "muted" : "";
    text(centre, y + 42, 14, "700", "middle", quiet, station.title());
    String name = declared ? "declared" : shortName(station.address());
    svg.own(
        "<text x=\"%s\" y=\"%s\" font-size=\"11\" text-anchor=\"middle\""
            .formatted(number(centre), number(y + 61)));
    svg.own(
        " font-family=\"ui-monospace, monospace\" class=\"fill-muted\" fill=\"%s\">"
            .formatted(light("muted")));
    svg.text(name).own("</text>");
    loss(station, centre, y + HEIGHT);
  }

  private void loss(Station station, double x, double y) {
    int count = station.lost() > 0 ? station.lost() : station.undecided();
    if (count == 0) {
      return;
    }
    boolean lost = station.lost() > 0;
    String tone = lost ? "bad" : "open";
    svg.own(
        "<path d=\"M%s %sv16\" fill=\"none\" %s stroke-width=\"%s\"%s/>"
            .formatted(
                number(x),
                number(y + 2),
                stroke(tone),
                number(thickness(count)),
                lost ? "" : " stroke-dasharray=\"5 3\""));
    svg.own(
        "<path d=\"M%s %sl-7 -1 7 9 7 -9z\" class=\"fill-%s\" fill=\"%s\"/>"
            .formatted(number(x), number(y + 18), tone, light(tone)));
    String fate =
        lost
            ? (isTaken ? " go another way" : count == 1 ? " gets away" : " get away")
            : " undecided";
    text(x, y + 43, 15, "700", "middle", tone, count + fate);
    List<String> ids = station.requirements();
    if (!ids.isEmpty()) {
      String more = ids.size() > 1 ? " + " + (ids.size() - 1) + " more" : "";
      text(x, y + 58, 12, "400", "middle", "muted", ids.get(0) + more);
    }
  }

  private void arrow(double from, double to, double y, int certain, int maybe, String words) {
    if (certain == 0 && maybe == 0) {
      svg.own(
          "<path d=\"M%s %sH%s\" fill=\"none\" %s stroke-width=\"1\" stroke-dasharray=\"3 3\"/>"
              .formatted(number(from + 2), number(y), number(to - 2), stroke("muted")));
      return;
    }
    String tone = certain > 0 ? "good" : "open";
    svg.own(
        "<path d=\"M%s %sH%s\" fill=\"none\" %s stroke-width=\"%s\"%s/>"
            .formatted(
                number(from + 2),
                number(y),
                number(to - 9),
                stroke(tone),
                number(thickness(Math.max(certain, maybe))),
                certain > 0 ? "" : " stroke-dasharray=\"5 3\""));
    svg.own(
        "<path d=\"M%s %sl-9 -7v14z\" class=\"fill-%s\" fill=\"%s\"/>"
            .formatted(number(to - 1), number(y), tone, light(tone)));
    text((from + to) / 2 - 2, y - 12, 13, "600", "middle", "", words);
  }

  private double thickness(int events) {
    return 1.5 + 5.0 * events / Math.max(1, all);
  }

  private void text(
      double x, double y, int size, String weight, String anchor, String tone, String text) {
    svg.own(
        "<text x=\"%s\" y=\"%s\" font-size=\"%d\" font-weight=\"%s\" text-anchor=\"%s\"%s>"
            .formatted(
                number(x),
                number(y),
                size,
                weight,
                anchor,
                tone.isEmpty() ? "" : " class=\"fill-" + tone + "\" fill=\"" + light(tone) + "\""));
    svg.text(text).own("</text>");
  }

  private static String tone(Station.State state) {
    return switch (state) {
      case HOLDS, WOULD_HOLD -> "good";
      case BREAKS -> "bad";
      case UNKNOWN -> "open";
      case NOT_REACHED -> "muted";
    };
  }

  private static String stroke(String tone) {
    return "class=\"line-" + tone + "\" stroke=\"" + light(tone) + "\"";
  }

  private static String light(String tone) {
    return switch (tone) {
      case "good" -> "#0b6e4f";
      case "bad" -> "#b3202c";
      case "open" -> "#7a5200";
      default -> "#56606b";
    };
  }

  /** The last part of an address with its index; of an ARN what follows the last colon. */
  private static String shortName(String address) {
    if (address.isEmpty()) {
      return "—";
    }
    String clean = CleanText.whole(address);
    int key = clean.indexOf('[');
    String head = key < 0 ? clean : clean.substring(0, key);
    int cut = head.startsWith("arn:") ? head.lastIndexOf(':') : head.lastIndexOf('.');
    return CleanText.cut(clean.substring(cut + 1), LONGEST_NAME);
  }

  /** The picture in words. */
  private String words() {
    StringBuilder words =
        new StringBuilder("The chain as a picture. ")
            .append(flow.proofs().size())
            .append(flow.proofs().size() == 1 ? " event enters. " : " events enter. ");
    String between = "";
    for (Station station : flow.stations()) {
      words.append(between).append(station.title()).append(": ").append(station.state().word());
      if (station.lost() > 0) {
        words.append(", ").append(station.lost());
        words.append(
            isTaken ? " go another way" : station.lost() == 1 ? " gets away" : " get away");
      }
      if (station.undecided() > 0) {
        words.append(", ").append(station.undecided()).append(" undecided");
      }
      between = "; ";
    }
    return words
        .append(". ")
        .append(flow.arrived())
        .append(" of ")
        .append(all)
        .append(" reach a subscriber.")
        .toString();
  }

  private static String number(double value) {
    long rounded = Math.round(value * 10);
    return rounded % 10 == 0
        ? Long.toString(rounded / 10)
        : String.format(Locale.ROOT, "%d.%d", rounded / 10, Math.abs(rounded % 10));
  }
}
