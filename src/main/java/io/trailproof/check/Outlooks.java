package io.trailproof.check;

import io.trailproof.check.result.Finding;
import io.trailproof.check.result.Outlook;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.Hypothesis.Answer;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The results of a rule in every way a deployment can turn out, told apart by the answers that
 * matter: two ways that differ in one answer only and come to the same are one.
 */
final class Outlooks {
  private Outlooks() {}

  /** What two results must share to count as one. */
  private record Result(Verdict verdict, List<String> events, List<String> broken) {
    static Result of(RuleResult result) {
      return new Result(
          result.verdict(),
          result.proofs().stream().map(proof -> proof.verdict().word()).toList(),
          result.findings().stream().map(one -> one.code() + " " + one.address()).toList());
    }
  }

  static List<Outlook> of(List<Hypothesis<RuleResult>> cases) {
    List<Hypothesis<RuleResult>> merged = new ArrayList<>(cases);
    while (mergeOnce(merged)) {
      // every round takes one case away
    }
    return merged.stream()
        .map(
            one ->
                new Outlook(
                    one.when().stream().map(Answer::words).toList(),
                    one.then().verdict(),
                    one.then().findings().stream().map(Finding::code).distinct().toList(),
                    one.when().stream().flatMap(answer -> answer.settledBy().stream()).toList()))
        .toList();
  }

  private static boolean mergeOnce(List<Hypothesis<RuleResult>> cases) {
    for (int i = 0; i < cases.size(); i++) {
      for (int j = i + 1; j < cases.size(); j++) {
        Hypothesis<RuleResult> merged = merged(cases.get(i), cases.get(j));
        if (merged != null) {
          cases.set(i, merged);
          cases.remove(j);
          return true;
        }
      }
    }
    return false;
  }

  /** The two as one, if they come to the same and differ in the answer to one question only. */
  private static @Nullable Hypothesis<RuleResult> merged(
      Hypothesis<RuleResult> a, Hypothesis<RuleResult> b) {
    if (!Result.of(a.then()).equals(Result.of(b.then()))) {
      return null;
    }
    Set<Answer> onlyA = new LinkedHashSet<>(a.when());
    onlyA.removeAll(b.when());
    Set<Answer> onlyB = new LinkedHashSet<>(b.when());
    onlyB.removeAll(a.when());
    if (onlyA.isEmpty() || onlyB.isEmpty()) {
      return onlyA.isEmpty() ? a : b; // one takes the other in
    }
    if (onlyA.size() != 1 || onlyB.size() != 1) {
      return null;
    }
    Answer answerA = onlyA.iterator().next();
    Answer answerB = onlyB.iterator().next();
    return answerA.question().equals(answerB.question()) ? without(answerA, a) : null;
  }

  private static Hypothesis<RuleResult> without(Answer answer, Hypothesis<RuleResult> one) {
    return new Hypothesis<>(
        one.when().stream().filter(other -> !other.equals(answer)).toList(), one.then());
  }
}
