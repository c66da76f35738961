package io.trailproof.report.summary;

import io.trailproof.check.result.Before;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** What plans change of the verdict, where it is known what was before them. */
public final class DeltaLine {
  private DeltaLine() {}

  /** The line for a run; empty if nothing changes, or if nobody knows. */
  static Optional<Phrase> of(List<Check> checks, Problems problems) {
    if (checks.stream().allMatch(check -> check.rule().before().isEmpty())) {
      return Optional.empty();
    }
    return checks.size() == 1 ? of(checks.get(0)) : ofSeveral(checks, problems);
  }

  /** The line for a check. */
  public static Optional<Phrase> of(Check check) {
    if (check.isNewlyBroken()) {
      return Optional.of(
          Phrase.strong("▼ New with this plan.")
              .then(
                  " Before it, all "
                      + Words.counted(check.events(), "event")
                      + " reached a subscriber."));
    }
    if (check.isRepaired()) {
      return Optional.of(Phrase.strong("▲ Repaired by this plan."));
    }
    return check
        .rule()
        .before()
        .filter(was -> check.verdict() != Verdict.PASS)
        .map(
            was ->
                Phrase.plain(
                    "Not proven before this plan either: " + told(was, check.events()) + "."));
  }

  /** How many events reached somebody before, as a part of a sentence. */
  public static String told(Before was, int events) {
    return was.told()
        + " of "
        + Words.counted(events, "event")
        + " reached a subscriber"
        + (was.open() == 0 ? "" : " for certain");
  }

  private static Optional<Phrase> ofSeveral(List<Check> checks, Problems problems) {
    int fresh = (int) checks.stream().filter(Check::isNewlyBroken).count();
    if (fresh == 0) {
      return Optional.empty();
    }
    int old = (int) checks.stream().filter(one -> one.verdict() != Verdict.PASS).count() - fresh;
    return Optional.of(
        Phrase.strong(
                "▼ "
                    + Words.counted(fresh, "check")
                    + (fresh == 1 ? " is" : " are")
                    + " newly broken")
            .then(" by these plans" + through(problems) + ".")
            .then(
                old == 0
                    ? ""
                    : " The other " + old + (old == 1 ? " was" : " were") + " broken before."));
  }

  private static String through(Problems problems) {
    List<Problem> fresh = problems.all().stream().filter(Problem::isNew).toList();
    return fresh.size() == 1 ? ", all through " + fresh.get(0).label() : "";
  }
}
