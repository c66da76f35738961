package io.trailproof.report.html;

import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.Flow;
import io.trailproof.report.summary.Problem;
import io.trailproof.report.summary.Station;
import io.trailproof.report.summary.Words;
import io.trailproof.report.text.Markup;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** The chain that a problem breaks, of the check that stands for all it is found in. */
final class CardChain {
  private final Check check;
  private final Flow flow;
  private final Station station;

  private CardChain(Check check, Flow flow, Station station) {
    this.check = check;
    this.flow = flow;
    this.station = station;
  }

  /** The way on which a problem is met; nothing if it lies beside all of them. */
  static Optional<CardChain> of(Problem problem) {
    String code = problem.finding().code();
    String requirement = code.substring(code.indexOf('/') + 1);
    List<CardChain> all =
        Flow.of(problem.check()).stream()
            .flatMap(
                flow ->
                    flow.stations().stream()
                        .filter(one -> one.requirements().contains(requirement))
                        .filter(one -> isOf(problem.verdict(), one))
                        .map(one -> new CardChain(problem.check(), flow, one)))
            .toList();
    return all.stream()
        .filter(one -> one.station.address().equals(problem.finding().address()))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static boolean isOf(Verdict verdict, Station station) {
    return station.state()
        == (verdict == Verdict.FAIL ? Station.State.BREAKS : Station.State.UNKNOWN);
  }

  /** Where it breaks and what that costs. */
  String words() {
    return "the "
        + station.title()
        + ", link "
        + (flow.stations().indexOf(station) + 1)
        + " of "
        + flow.stations().size()
        + ": "
        + (station.maybe() == 0
            ? Words.counted(station.in(), "event") + (station.in() == 1 ? " comes" : " come")
            : station.inWords() + " events come")
        + " in, "
        + (station.maybeOut() == 0 || station.out() > 0
            ? station.outWords() + (station.outWords().equals("1") ? " goes on" : " go on")
            : "whether any goes on is not known");
  }

  /** The picture, and what it is of. */
  void draw(Markup page) {
    page.open("figure", "class", "chain");
    ChainDrawing.of(flow, check).into(page);
    page.open("figcaption").text("Shown: ").element("code", check.rule().rule().id()).text(" in ");
    Html.address(check.where(), page);
    page.close().close();
  }
}
