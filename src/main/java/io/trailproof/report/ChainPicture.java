package io.trailproof.report;

import io.trailproof.check.result.AccountProofs;
import io.trailproof.check.result.ChainPath;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.OtherWay;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.Resource;
import io.trailproof.report.text.Style;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The chain as a picture, once for each route that some events take, the worst first; then those of
 * ways that do not count.
 */
final class ChainPicture {
  private final Style style;
  private final boolean severalRead;

  /**
   * A picture.
   *
   * @param severalRead true if more than one file was read, so that each link names its own
   */
  ChainPicture(Style style, boolean severalRead) {
    this.style = style;
    this.severalRead = severalRead;
  }

  /** What events share that go the same way: the same resources with the same verdicts. */
  private record Route(String way, List<String> addresses, List<Verdict> verdicts) {}

  /** The ways of all events, account by account where there are several. */
  void of(RuleResult rule, List<String> lines) {
    if (rule.accounts().isEmpty()) {
      of(rule, "", rule.proofs(), lines);
    }
    for (AccountProofs account : rule.accounts()) {
      lines.add(
          "  in "
              + style.plain(account.words())
              + ": "
              + new VerdictText(style).word(rule.rule(), account.verdict()));
      lines.add("");
      of(rule, account.account(), account.proofs(), lines);
    }
    lines.addAll(new WayLines(rule, style).after());
  }

  private void of(RuleResult rule, String account, List<EventProof> proofs, List<String> lines) {
    WayLines ways = new WayLines(rule, style);
    routes(proofs)
        .forEach(
            events -> {
              ways.heading(events.get(0)).ifPresent(lines::add);
              String reached = ways.reached(events, proofs.size(), account);
              picture(events.get(0), reached, lines);
            });
    for (OtherWay other : rule.otherWays()) {
      for (Verdict verdict : List.of(Verdict.PASS, Verdict.UNKNOWN)) {
        for (List<EventProof> events : routes(other.of(proofs, account, verdict))) {
          lines.add(WayLines.heading(other));
          picture(events.get(0), ways.reached(events, proofs.size()), lines);
        }
      }
    }
  }

  /** The worst route first. */
  private static List<List<EventProof>> routes(List<EventProof> proofs) {
    Map<Route, List<EventProof>> routes = new LinkedHashMap<>();
    for (EventProof proof : proofs) {
      List<PathStep> steps = proof.path().steps();
      Route route =
          new Route(
              proof.chain().way(),
              steps.stream().map(PathStep::address).toList(),
              steps.stream().map(PathStep::verdict).toList());
      routes.computeIfAbsent(route, any -> new ArrayList<>()).add(proof);
    }
    return routes.values().stream()
        .sorted(Comparator.comparing(events -> events.get(0).verdict()))
        .toList();
  }

  /** A place in the picture: a link, or several that one resource takes. */
  private static final class Spot {
    private final String title;
    private final Optional<Resource> resource;
    private Optional<Verdict> verdict;

    Spot(ChainLink link, Optional<PathStep> step) {
      this.title = step.flatMap(PathStep::resource).map(link::title).orElse(link.title());
      this.resource = step.flatMap(PathStep::resource);
      this.verdict = step.map(PathStep::verdict);
    }

    /** True if the next link needs no place of its own. */
    boolean takes(ChainLink link, Optional<PathStep> step) {
      boolean sameResource =
          resource.isPresent() && step.flatMap(PathStep::resource).equals(resource);
      boolean sameTitle = step.isEmpty() && title.equals(link.title());
      if (sameResource) {
        verdict = Optional.of(verdict.orElse(Verdict.PASS).and(step.orElseThrow().verdict()));
      }
      return sameResource || sameTitle;
    }
  }

  private void picture(EventProof proof, String reached, List<String> lines) {
    ChainPath path = proof.path();
    List<Spot> spots = spots(proof);
    String arrow = style.choose(" ─▶ ", " -> ");
    lines.add(
        "  "
            + spots.stream()
                .map(spot -> spot.title + " " + mark(spot.verdict))
                .collect(Collectors.joining(arrow)));
    lines.add("  " + reached);
    lines.add("");
    boolean namesFiles = severalRead || inputs(path) > 1;
    spots.stream()
        .filter(spot -> spot.verdict.isPresent())
        .map(spot -> place(spot) + (namesFiles ? file(spot) : ""))
        .forEach(lines::add);
    lines.add("");
  }

  private static List<Spot> spots(EventProof proof) {
    List<Spot> spots = new ArrayList<>();
    for (ChainLink link : proof.chain().links()) {
      Optional<PathStep> step =
          proof.path().steps().stream().filter(one -> one.link().equals(link)).findFirst();
      boolean taken = !spots.isEmpty() && spots.get(spots.size() - 1).takes(link, step);
      if (!taken) {
        spots.add(new Spot(link, step));
      }
    }
    return spots;
  }

  private String place(Spot spot) {
    String at =
        spot.resource
            .map(Resource::address)
            .map(address -> style.plain(address))
            .orElse(style.choose("—", "-"));
    return "    "
        + mark(spot.verdict)
        + " "
        + spot.title
        + " ".repeat(Math.max(1, 16 - spot.title.length()))
        + at;
  }

  /** How many files the resources of a path come from. */
  private static long inputs(ChainPath path) {
    return path.steps().stream()
        .flatMap(step -> step.resource().stream())
        .map(ChainPicture::input)
        .filter(input -> !input.isEmpty())
        .distinct()
        .count();
  }

  /** The file of a resource; empty where no input shows it. */
  private static String input(Resource resource) {
    return resource.id().input();
  }

  private String file(Spot spot) {
    return spot.resource
        .map(ChainPicture::input)
        .filter(input -> !input.isEmpty())
        .map(input -> "  in " + style.plain(input))
        .orElse("");
  }

  private String mark(Optional<Verdict> verdict) {
    if (verdict.isEmpty()) {
      return style.choose("·", ".");
    }
    return new VerdictText(style).mark(verdict.get());
  }
}
