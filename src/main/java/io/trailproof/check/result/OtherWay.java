package io.trailproof.check.result;

import io.trailproof.rule.Chain;
import io.trailproof.rule.Verdict;
import java.util.List;

/**
 * What becomes of the events of a rule by a way that does not count.
 *
 * @param proofs one for each event of the rule; of several accounts, of those where the ways that
 *     count do not prove it, the one that is worst off
 * @param accounts the proofs of each account, where the deployment has several
 * @param settledBy what would tell of an event that it may take
 */
public record OtherWay(
    Chain chain, List<EventProof> proofs, List<AccountProofs> accounts, List<String> settledBy) {
  public OtherWay {
    proofs = List.copyOf(proofs);
    accounts = List.copyOf(accounts);
    settledBy = List.copyOf(settledBy);
  }

  /** What it makes of an event; of an account, where that is one of several. */
  public EventProof of(EventProof counting, String account) {
    return accounts.stream()
        .filter(one -> one.account().equals(account))
        .findFirst()
        .map(AccountProofs::proofs)
        .orElse(proofs)
        .stream()
        .filter(one -> one.event().equals(counting.event()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The events, of some that the ways that count do not prove, of which it makes something.
   *
   * @param account the account whose events they are; empty for those of the rule as a whole
   */
  public List<EventProof> of(List<EventProof> counting, String account, Verdict verdict) {
    return counting.stream()
        .filter(one -> one.verdict() != Verdict.PASS)
        .map(one -> of(one, account))
        .filter(one -> one.verdict() == verdict)
        .toList();
  }

  /** True if it takes an event for certain that the ways that count do not prove. */
  public boolean takes(EventProof counting) {
    return of(counting, "").verdict() == Verdict.PASS;
  }
}
