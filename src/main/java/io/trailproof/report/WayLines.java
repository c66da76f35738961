package io.trailproof.report;

import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.OtherWay;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.report.text.Plain;
import io.trailproof.report.text.Style;
import io.trailproof.report.text.Style.Meaning;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said of the ways of a rule: how many events go which, and what lets another count. */
final class WayLines {
  private final RuleResult rule;
  private final Style style;
  private final List<Chain> helping;

  WayLines(RuleResult rule, Style style) {
    this.rule = rule;
    this.style = style;
    this.helping = rule.otherWaysThatHelp().stream().map(OtherWay::chain).toList();
  }

  /** The line above a picture, where more than one way is spoken of. */
  Optional<String> heading(EventProof proof) {
    boolean several = rule.rule().ways().counting().size() > 1 || !helping.isEmpty();
    return several ? Optional.of("  by " + proof.chain().title() + ":") : Optional.empty();
  }

  /** The line above the picture of a way that does not count. */
  static String heading(OtherWay way) {
    return "  by " + way.chain().title() + ", which does not count here:";
  }

  /** How many events get how far on a route of a way that counts, and what other ways do. */
  String reached(List<EventProof> events, int all, String account) {
    String beside = beside(events, account);
    boolean named = !beside.isEmpty() && events.get(0).verdict() == Verdict.FAIL;
    return (named ? notBy(events.size(), all) : reached(events, all)) + beside;
  }

  /** How many events get how far on a route. */
  String reached(List<EventProof> events, int all) {
    Verdict verdict = events.get(0).verdict();
    String count = events.size() + " of " + all + " events ";
    boolean one = events.size() == 1;
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

  private String notBy(int events, int all) {
    String ways =
        rule.rule().ways().counting().stream()
            .map(Chain::title)
            .collect(Collectors.joining(" or "));
    return events == all
        ? "0 of " + all + " events by " + ways
        : events + " of " + all + " events not by " + ways;
  }

  /** What becomes of events that are not proven by the ways that do not count. */
  private String beside(List<EventProof> events, String account) {
    StringBuilder said = new StringBuilder();
    Set<String> helped = new HashSet<>();
    for (OtherWay way : rule.otherWays()) {
      List<EventProof> taken = way.of(events, account, Verdict.PASS);
      List<EventProof> open = way.of(events, account, Verdict.UNKNOWN);
      String by = "by " + way.chain().title() + ", which does not count here";
      if (!taken.isEmpty()) {
        said.append("; %d %s".formatted(taken.size(), by));
      }
      if (!open.isEmpty()) {
        String why = Plain.text(why(open.get(0)), style);
        said.append("; %d may %s: %s".formatted(open.size(), by, why));
      }
      taken.forEach(one -> helped.add(one.event().name()));
      open.forEach(one -> helped.add(one.event().name()));
    }
    int away = events.size() - helped.size();
    if (!helped.isEmpty() && away > 0 && events.get(0).verdict() == Verdict.FAIL) {
      said.append("; %d %s away".formatted(away, away == 1 ? "gets" : "get"));
    }
    return said.toString();
  }

  /** What it hangs on whether a way takes an event, with the resource that it is about. */
  private static String why(EventProof open) {
    PathStep step = open.path().broken().orElseThrow();
    String why = step.judged(Verdict.UNKNOWN).get(0).judgement().why();
    String address = "`" + step.address() + "`";
    return step.address().isEmpty() || why.contains(address)
        ? why
        : step.link().title() + " " + address + ": " + why;
  }

  /** Below the pictures: what lets a way count that would help, and for what one was needed. */
  List<String> after() {
    List<String> lines = new ArrayList<>();
    if (!helping.isEmpty()) {
      String names = names(helping);
      lines.add(
          help()
              + "`"
              + option(helping)
              + "`, or `"
              + configuration(rule, helping)
              + "` in `trailproof.yaml`, lets "
              + names
              + " count; no control is served by that (F100)");
      rule.otherWaysThatHelp().stream()
          .flatMap(way -> way.settledBy().stream())
          .distinct()
          .forEach(line -> lines.add(help() + Plain.text(line, style)));
      lines.add("");
    }
    List<EventProof> needing = rule.needing();
    if (!needing.isEmpty()) {
      String events =
          needing.stream().map(one -> one.event().name()).collect(Collectors.joining(", "));
      boolean all = needing.size() == rule.proofs().size();
      lines.add(
          "  %s %s %s, which no control asks for, so that none is served (F100)%s"
              .formatted(
                  all
                      ? "all " + rule.proofs().size() + " events"
                      : needing.size() + " of " + rule.proofs().size() + " events",
                  needing.size() == 1 ? "needs" : "need",
                  names(needing.stream().map(EventProof::chain).distinct().toList()),
                  all ? "" : ": " + events));
      lines.add("");
    }
    return lines;
  }

  private static String names(List<Chain> ways) {
    return ways.stream().map(way -> "`" + way.way() + "`").collect(Collectors.joining(" and "));
  }

  private String help() {
    return "  = " + style.paint(Meaning.GOOD, "help") + ": ";
  }

  /** The option that lets ways count. */
  static String option(List<Chain> ways) {
    return ways.stream().map(way -> "--ways " + way.way()).collect(Collectors.joining(" "));
  }

  /** The line of a configuration that does, with those that count already. */
  static String configuration(RuleResult rule, List<Chain> ways) {
    List<Chain> all = new ArrayList<>(rule.rule().ways().added());
    all.addAll(ways);
    return "rules: { %s: { ways: [%s] } }"
        .formatted(
            rule.rule().id(), all.stream().map(Chain::way).collect(Collectors.joining(", ")));
  }
}
