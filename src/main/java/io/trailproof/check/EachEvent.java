package io.trailproof.check;

import io.trailproof.check.result.AccountProofs;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.Hypothesis.Answer;
import io.trailproof.rule.Chain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What comes of each event by itself, however what the inputs leave open turns out: the worst, and
 * nothing certain where it hangs on the answer.
 */
final class EachEvent {
  private final List<Hypothesis<RuleResult>> cases;
  private final Chain asked;

  /**
   * The events of a rule.
   *
   * @param cases one at least
   */
  EachEvent(List<Hypothesis<RuleResult>> cases) {
    this.cases = List.copyOf(cases);
    this.asked = cases.get(0).then().rule().chain();
  }

  /** Those of the rule as a whole. */
  List<EventProof> proofs() {
    return of(RuleResult::proofs);
  }

  /** Those of each account; none where the accounts themselves hang on the answer. */
  List<AccountProofs> accounts() {
    List<AccountProofs> first = cases.get(0).then().accounts();
    List<AccountProofs> accounts = new ArrayList<>();
    boolean same =
        cases.stream().allMatch(one -> names(one.then().accounts()).equals(names(first)));
    for (int i = 0; same && i < first.size(); i++) {
      int index = i;
      accounts.add(
          new AccountProofs(
              first.get(i).account(),
              first.get(i).words(),
              of(result -> result.accounts().get(index).proofs())));
    }
    return accounts;
  }

  private static List<String> names(List<AccountProofs> accounts) {
    return accounts.stream().map(AccountProofs::account).toList();
  }

  private List<EventProof> of(Function<RuleResult, List<EventProof>> proofs) {
    List<EventProof> each = new ArrayList<>();
    for (int i = 0; i < proofs.apply(cases.get(0).then()).size(); i++) {
      Hypothesis<RuleResult> worst = cases.get(0);
      boolean differ = false;
      for (Hypothesis<RuleResult> one : cases) {
        EventProof proof = proofs.apply(one.then()).get(i);
        EventProof least = proofs.apply(worst.then()).get(i);
        differ |= proof.verdict() != least.verdict();
        worst = proof.doesLessThan(least, asked) ? one : worst;
      }
      EventProof proof = proofs.apply(worst.then()).get(i);
      List<String> when = worst.when().stream().map(Answer::words).toList();
      each.add(differ ? OpenWays.undecided(proof, when) : proof);
    }
    return each;
  }
}
