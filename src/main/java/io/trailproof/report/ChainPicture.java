package io.trailproof.report;

import io.trailproof.check.EventProof;
import io.trailproof.check.Path;
import io.trailproof.check.PathStep;
import io.trailproof.check.RuleResult;
import io.trailproof.graph.Resource;
import io.trailproof.report.Style.Meaning;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chain as a picture, once for each way that some events take. */
final class ChainPicture {
  private final Style style;

  ChainPicture(Style style) {
    this.style = style;
  }

  /** A way that events share: the same resources with the same verdicts. */
  private record Way(List<String> addresses, List<Verdict> verdicts) {}

  void of(RuleResult rule, List<String> lines) {
    Map<Way, List<EventProof>> ways = new LinkedHashMap<>();
    for (EventProof proof : rule.proofs()) {
      List<PathStep> steps = proof.path().steps();
      Way way =
          new Way(
              steps.stream().map(PathStep::address).toList(),
              steps.stream().map(PathStep::verdict).toList());
      ways.computeIfAbsent(way, any -> new ArrayList<>()).add(proof);
    }
    for (List<EventProof> events : ways.values()) {
      way(rule, events, lines);
    }
  }

  private void way(RuleResult rule, List<EventProof> events, List<String> lines) {
    Path path = events.get(0).path();
    StringBuilder picture = new StringBuilder("  ");
    String separator = "";
    List<String> drawn = List.of();
    List<String> where = new ArrayList<>();
    for (ChainLink link : rule.rule().chain().links()) {
      Optional<PathStep> step =
          path.steps().stream().filter(one -> one.link().equals(link)).findFirst();
      boolean standIn = step.isEmpty() && link.types().stream().anyMatch(drawn::contains);
      drawn = link.types();
      if (isRepeated(step) || standIn) {
        continue;
      }
      picture.append(separator).append(link.title()).append(' ').append(mark(step));
      separator = style.choose(" ─▶ ", " -> ");
      step.ifPresent(one -> where.add(place(one)));
    }
    lines.add(picture.toString());
    lines.add("  " + reached(rule, events, path.verdict()));
    lines.add("");
    where.forEach(lines::add);
    lines.add("");
  }

  /** A link that the resource of the link before takes too is not drawn twice. */
  private static boolean isRepeated(Optional<PathStep> step) {
    return step.isPresent()
        && step.get().verdict() == Verdict.PASS
        && step.get().previous().isPresent()
        && step.get().previous().equals(step.get().resource());
  }

  private String place(PathStep step) {
    String title = step.link().title();
    String at =
        step.resource().map(Resource::address).map(Plain::text).orElse(style.choose("—", "-"));
    return "    "
        + mark(Optional.of(step))
        + " "
        + title
        + " ".repeat(Math.max(1, 16 - title.length()))
        + at;
  }

  private String mark(Optional<PathStep> step) {
    if (step.isEmpty()) {
      return style.choose("·", ".");
    }
    return switch (step.get().verdict()) {
      case PASS -> style.paint(Meaning.GOOD, style.choose("✓", "+"));
      case FAIL -> style.paint(Meaning.BAD, style.choose("✗", "x"));
      case UNKNOWN -> style.paint(Meaning.UNSURE, "?");
    };
  }

  private static String reached(RuleResult rule, List<EventProof> events, Verdict verdict) {
    String count = events.size() + " of " + rule.proofs().size() + " events";
    return switch (verdict) {
      case PASS -> count + " reach a subscriber this way";
      case FAIL -> count + " get away";
      case UNKNOWN -> count + " cannot be decided";
    };
  }
}
