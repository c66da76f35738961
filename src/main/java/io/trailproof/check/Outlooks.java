package io.trailproof.check;

import io.trailproof.check.result.Finding;
import io.trailproof.check.result.Outlook;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.Answer;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The results of a rule in every way a deployment can turn out, told apart by the answers that
 * matter: two ways that differ in one answer only and come to the same are one.
 */
final class Outlooks {
  private Outlooks() {}

  /** A result and the answers it rests on. */
  record Case(List<Answer> when, RuleResult result) {
    private Result outcome() {
      return Result.of(result);
    }

    private Set<Answer> answers() {
      return new LinkedHashSet<>(when);
    }

    Case without(Answer answer) {
      return new Case(when.stream().filter(one -> !one.equals(answer)).toList(), result);
    }
  }

  /** What two results must share to count as one. */
  private record Result(Verdict verdict, List<String> events, List<String> broken) {
    static Result of(RuleResult result) {
      return new Result(
          result.verdict(),
          result.proofs().stream().map(proof -> proof.verdict().word()).toList(),
          result.findings().stream().map(one -> one.code() + " " + one.address()).toList());
    }
  }

  static List<Outlook> of(List<Case> cases) {
    List<Case> merged = new ArrayList<>(cases);
    while (mergeOnce(merged)) {
      // every round takes one case away
    }
    return merged.stream()
        .map(
            one ->
                new Outlook(
                    one.when().stream().map(Answer::words).toList(),
                    one.result().verdict(),
                    one.result().findings().stream().map(Finding::code).distinct().toList(),
                    one.when().stream().flatMap(answer -> answer.settledBy().stream()).toList()))
        .toList();
  }

  private static boolean mergeOnce(List<Case> cases) {
    for (int i = 0; i < cases.size(); i++) {
      for (int j = i + 1; j < cases.size(); j++) {
        Case merged = merged(cases.get(i), cases.get(j));
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
  private static @org.jspecify.annotations.Nullable Case merged(Case a, Case b) {
    if (!a.outcome().equals(b.outcome())) {
      return null;
    }
    Set<Answer> onlyA = a.answers();
    onlyA.removeAll(b.when());
    Set<Answer> onlyB = b.answers();
    onlyB.removeAll(a.when());
    if (onlyA.isEmpty() || onlyB.isEmpty()) {
      return onlyA.isEmpty() ? a : b; // one takes the other in
    }
    if (onlyA.size() != 1 || onlyB.size() != 1) {
      return null;
    }
    Answer answerA = onlyA.iterator().next();
    Answer answerB = onlyB.iterator().next();
    return answerA.question().equals(answerB.question()) ? a.without(answerA) : null;
  }
}
