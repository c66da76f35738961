package io.trailproof.check;

import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.rule.Note;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the words of a benchmark and what happens do not go together: a design may tell somebody
 * and not meet them, or meet them and tell nobody, or not of everything (F109–F113).
 */
public final class Disagreement {
  private Disagreement() {}

  /**
   * The results, each with a note where it contradicts the rule that it is compared with.
   *
   * @param check what comes of a rule that is not among them
   */
  public static List<RuleResult> noted(List<RuleResult> results, Function<Rule, RuleResult> check) {
    List<RuleResult> noted = new ArrayList<>();
    for (RuleResult result : results) {
      Optional<Rule> comparedWith =
          result.rule().comparedWith().filter(any -> result.isApplicable());
      Optional<Note> note =
          comparedWith
              .map(rule -> among(results, rule).orElseGet(() -> check.apply(rule)))
              .flatMap(other -> between(result, other));
      noted.add(note.map(result::noting).orElse(result));
    }
    return noted;
  }

  private static Optional<RuleResult> among(List<RuleResult> results, Rule rule) {
    return results.stream().filter(one -> one.rule().id().equals(rule.id())).findFirst();
  }

  private static Optional<Note> between(RuleResult words, RuleResult fires) {
    String rule = "rule `" + fires.rule().id() + "` ";
    if (words.verdict() == Verdict.FAIL && fires.verdict() == Verdict.PASS) {
      return Optional.of(
          new Note(
              "fires-all-the-same",
              "somebody is told all the same: " + rule + "holds, only not in these words",
              words.findings().get(0).address()));
    }
    if (words.verdict() != Verdict.PASS && fires.isTakenAnotherWay()) {
      return OtherWays.detected(fires);
    }
    if (words.verdict() == Verdict.PASS
        && fires.verdict() != Verdict.PASS
        && !fires.isTakenAnotherWay()) {
      return fires.findings().stream().findFirst().map(one -> metInVain(rule, fires, one));
    }
    return Optional.empty();
  }

  private static Note metInVain(String rule, RuleResult fires, Finding first) {
    if (fires.verdict() == Verdict.UNKNOWN) {
      return new Note(
          "may-not-fire",
          "whether somebody is told is open all the same: "
              + rule
              + "is unknown, "
              + first.message(),
          first.address());
    }
    return new Note(
        "does-not-fire",
        "nobody is told"
            + ofWhat(fires)
            + " all the same: "
            + rule
            + "is broken, "
            + first.message(),
        first.address());
  }

  /** The events that get away, where others do not. */
  private static String ofWhat(RuleResult fires) {
    List<String> missed =
        fires.proofs().stream()
            .filter(one -> one.verdict() == Verdict.FAIL)
            .map(one -> "`" + one.event().name() + "`")
            .toList();
    if (missed.size() == fires.proofs().size()) {
      return "";
    }
    return " of "
        + missed.get(0)
        + (missed.size() > 1 ? " and " + (missed.size() - 1) + " more" : "");
  }
}
