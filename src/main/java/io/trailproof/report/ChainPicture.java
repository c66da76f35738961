package io.trailproof.report;

import io.trailproof.check.result.AccountProofs;
import io.trailproof.check.result.ChainPath;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.Resource;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The chain as a picture, once for each way that some events take; the worst way first. */
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

  /** A way that events share: the same resources with the same verdicts. */
  private record Way(List<String> addresses, List<Verdict> verdicts) {}

  /** The ways of all events, account by account where there are several. */
  void of(RuleResult rule, List<String> lines) {
    if (rule.accounts().isEmpty()) {
      of(rule, rule.proofs(), lines);
    }
    for (AccountProofs account : rule.accounts()) {
      lines.add(
          "  in "
              + style.plain(account.words())
              + ": "
              + new VerdictText(style).word(rule.rule(), account.verdict()));
      lines.add("");
      of(rule, account.proofs(), lines);
    }
  }

  private void of(RuleResult rule, List<EventProof> proofs, List<String> lines) {
    Map<Way, List<EventProof>> ways = new LinkedHashMap<>();
    for (EventProof proof : proofs) {
      List<PathStep> steps = proof.path().steps();
      Way way =
          new Way(
              steps.stream().map(PathStep::address).toList(),
              steps.stream().map(PathStep::verdict).toList());
      ways.computeIfAbsent(way, any -> new ArrayList<>()).add(proof);
    }
    ways.values().stream()
        .sorted(Comparator.comparing(events -> events.get(0).verdict()))
        .forEach(events -> way(rule, events, lines));
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

  private void way(RuleResult rule, List<EventProof> events, List<String> lines) {
    ChainPath path = events.get(0).path();
    List<Spot> spots = spots(rule, path);
    String arrow = style.choose(" ─▶ ", " -> ");
    lines.add(
        "  "
            + spots.stream()
                .map(spot -> spot.title + " " + mark(spot.verdict))
                .collect(Collectors.joining(arrow)));
    lines.add("  " + reached(rule, events.size(), path.verdict()));
    lines.add("");
    boolean namesFiles = severalRead || inputs(path) > 1;
    spots.stream()
        .filter(spot -> spot.verdict.isPresent())
        .map(spot -> place(spot) + (namesFiles ? file(spot) : ""))
        .forEach(lines::add);
    lines.add("");
  }

  private static List<Spot> spots(RuleResult rule, ChainPath path) {
    List<Spot> spots = new ArrayList<>();
    for (ChainLink link : rule.rule().chain().links()) {
      Optional<PathStep> step =
          path.steps().stream().filter(one -> one.link().equals(link)).findFirst();
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

  private static String reached(RuleResult rule, int events, Verdict verdict) {
    String count = events + " of " + rule.proofs().size() + " events ";
    boolean one = events == 1;
    if (rule.rule().isAboutWords() && verdict != Verdict.UNKNOWN) {
      return count
          + (one ? "is" : "are")
          + (verdict == Verdict.PASS ? "" : " not")
          + " covered as the benchmark words it";
    }
    return switch (verdict) {
      case PASS -> count + (one ? "reaches" : "reach") + " a subscriber this way";
      case FAIL -> count + (one ? "gets away" : "get away");
      case UNKNOWN -> count + "cannot be decided";
    };
  }
}
