package io.trailproof.report.summary;

import io.trailproof.rule.Chain;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** How many events arrive, and where the chain breaks for the others. */
final class LeadLine {
  private LeadLine() {}

  /** The line; empty if nothing was judged. */
  static Phrase of(List<Check> checks, Problems problems) {
    if (checks.isEmpty()) {
      return Phrase.plain("");
    }
    return checks.size() == 1 ? of(checks.get(0), problems) : ofSeveral(checks, problems);
  }

  private static Phrase of(Check check, Problems problems) {
    String all = "All " + Words.counted(check.events(), "event");
    if (check.verdict() == Verdict.PASS) {
      int assumed = check.rule().assumptions().size();
      String verb = check.events() == 1 ? " passes" : " pass";
      return assumed == 0
          ? Phrase.plain(all + verb + " every link of the chain, and nothing had to be assumed")
          : Phrase.plain(all + verb + " every link of the chain, ")
              .then(
                  Phrase.strong(
                      "provided that "
                          + Words.counted(assumed, "assumption")
                          + (assumed == 1 ? " holds" : " hold")));
    }
    boolean open = check.verdict() == Verdict.UNKNOWN;
    String count = check.lost() + " of " + Words.counted(check.events(), "event");
    Phrase counted = Phrase.strong(open ? count + " cannot be decided." : away(check));
    return problems
        .worst()
        .map(
            worst ->
                counted
                    .then(open ? " The chain is open at the " : " The chain breaks at the ")
                    .then(Phrase.strong(worst.link()))
                    .then(worst.finding().address().isEmpty() ? "" : " ")
                    .then(
                        worst.finding().address().isEmpty()
                            ? Phrase.plain("")
                            : Phrase.code(worst.finding().address())))
        .orElse(counted);
  }

  /** Of what another way takes nobody says that it gets away. */
  private static String away(Check check) {
    String all = Words.counted(check.events(), "event");
    String away =
        check.away() == 0
            ? ""
            : check.away() + " of " + all + (check.away() == 1 ? " gets away." : " get away.");
    String taken =
        check.taken() == 0
            ? ""
            : (check.away() == 0 ? "" : " ")
                + check.rule().count(Verdict.PASS)
                + " of "
                + all
                + " by "
                + counting(check)
                + "; "
                + check.taken()
                + " by "
                + check.takingWays()
                + ", which does not count here.";
    return away + taken;
  }

  private static String counting(Check check) {
    return check.rule().rule().ways().counting().stream()
        .map(Chain::title)
        .collect(Collectors.joining(" or "));
  }

  private static Phrase ofSeveral(List<Check> checks, Problems problems) {
    int broken = count(checks, Verdict.FAIL);
    int unknown = count(checks, Verdict.UNKNOWN);
    int proven = count(checks, Verdict.PASS);
    Phrase counts =
        Phrase.strong(
            Words.counted(checks.size(), "check")
                + ": "
                + Words.number(broken)
                + " broken, "
                + Words.number(unknown)
                + " unknown, "
                + Words.number(proven)
                + " proven.");
    int faults = problems.of(Verdict.FAIL).size();
    int questions = problems.of(Verdict.UNKNOWN).size();
    if (faults + questions == 0) {
      return counts;
    }
    String what =
        faults > 0 && questions > 0
            ? Words.counted(faults, "problem") + " and " + Words.counted(questions, "open question")
            : faults > 0
                ? Words.counted(faults, "problem")
                : Words.counted(questions, "open question");
    return counts.then(
        " " + what + (faults + questions == 1 ? " explains" : " explain") + " all of them.");
  }

  private static int count(List<Check> checks, Verdict verdict) {
    return (int) checks.stream().filter(one -> one.verdict() == verdict).count();
  }
}
