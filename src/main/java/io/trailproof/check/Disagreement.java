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
 * and not meet them, or meet them and tell nobody (F109–F113).
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
        && fires.verdict() == Verdict.FAIL
        && !fires.isTakenAnotherWay()) {
      Finding broken = fires.findings().get(0);
      return Optional.of(
          new Note(
              "does-not-fire",
              "nobody is told all the same: " + rule + "is broken, " + broken.message(),
              broken.address()));
    }
    return Optional.empty();
  }
}
