package io.trailproof.check.result;

import io.trailproof.rule.Assumption;
import io.trailproof.rule.Note;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of one rule in one deployment.
 *
 * @param proofs one for each event of the rule, of the account that is worst off; none where there
 *     was nothing to judge
 * @param accounts the proofs of each account, where the deployment has several
 * @param outlooks what would come of it either way, where the inputs leave open what matters; the
 *     rest of the result is then that of the worst, and unknown where another way does better
 * @param before what came of it before the plan, if an input tells
 * @param otherWays what comes of the events by each way that does not count, where those that count
 *     do not prove all of them
 */
public record RuleResult(
    Rule rule,
    List<EventProof> proofs,
    List<AccountProofs> accounts,
    List<Assumption> assumptions,
    List<Note> notes,
    List<Finding> findings,
    List<Outlook> outlooks,
    Optional<Before> before,
    List<OtherWay> otherWays) {
  public RuleResult {
    accounts = List.copyOf(accounts);
    outlooks = List.copyOf(outlooks);
    proofs = List.copyOf(proofs);
    assumptions = List.copyOf(assumptions);
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
    otherWays = List.copyOf(otherWays);
  }

  /** The result of a rule that a deployment gives nothing to judge by. */
  public static RuleResult notApplicable(Rule rule) {
    return of(rule, List.of(), List.of(), List.of(), List.of());
  }

  /** False if there was nothing to judge. */
  public boolean isApplicable() {
    return !proofs.isEmpty();
  }

  /** The word for what came of it, as results state it. */
  public String word() {
    return isApplicable() ? verdict().word() : "not-applicable";
  }

  /** The worst verdict of its events; looking at nothing is no pass. */
  public Verdict verdict() {
    Verdict worst = isApplicable() ? Verdict.PASS : Verdict.UNKNOWN;
    for (EventProof proof : proofs) {
      worst = worst.and(proof.verdict());
    }
    return worst;
  }

  /** How many events have a verdict. */
  public int count(Verdict verdict) {
    return (int) proofs.stream().filter(proof -> proof.verdict() == verdict).count();
  }

  /** The same of a plan that starts from something. */
  public RuleResult after(Optional<Before> state) {
    return new RuleResult(
        rule, proofs, accounts, assumptions, notes, findings, outlooks, state, otherWays);
  }

  /** The same beside what the ways do that do not count. */
  public RuleResult beside(List<OtherWay> ways) {
    return new RuleResult(
        rule, proofs, accounts, assumptions, notes, findings, outlooks, before, ways);
  }

  /** The events that need a way which the rule's controls do not ask for, in its order. */
  public List<EventProof> needing() {
    return proofs.stream()
        .filter(one -> one.verdict() == Verdict.PASS && !one.chain().equals(rule.chain()))
        .toList();
  }

  /** The ways that do not count and take an event that is not proven, or may. */
  public List<OtherWay> otherWaysThatHelp() {
    return otherWays.stream().filter(this::helps).toList();
  }

  private boolean helps(OtherWay way) {
    List<AccountProofs> all =
        accounts.isEmpty() ? List.of(new AccountProofs("", "", proofs)) : accounts;
    return all.stream()
        .anyMatch(
            one ->
                !way.of(one.proofs(), one.account(), Verdict.PASS).isEmpty()
                    || !way.of(one.proofs(), one.account(), Verdict.UNKNOWN).isEmpty());
  }

  /** True if every event that is not proven is taken by some way that does not count. */
  public boolean isTakenAnotherWay() {
    return isApplicable()
        && verdict() != Verdict.PASS
        && proofs.stream()
            .filter(one -> one.verdict() != Verdict.PASS)
            .allMatch(one -> otherWays.stream().anyMatch(way -> way.takes(one)));
  }

  /**
   * True if events were proven before and are not any more. Where nobody knows what was before,
   * nothing is known to have been broken already.
   */
  public boolean isRegression() {
    return before.map(state -> !state.lost().isEmpty()).orElse(true);
  }

  /** The same with these findings. */
  public RuleResult finding(List<Finding> others) {
    return new RuleResult(
        rule, proofs, accounts, assumptions, notes, others, outlooks, before, otherWays);
  }

  /** The same with one more thing that is worth knowing. */
  public RuleResult noting(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new RuleResult(
        rule, proofs, accounts, assumptions, more, findings, outlooks, before, otherWays);
  }

  /** A result that hangs on nothing that the inputs leave open, and of no plan. */
  public static RuleResult of(
      Rule rule,
      List<EventProof> proofs,
      List<Assumption> assumptions,
      List<Note> notes,
      List<Finding> findings) {
    return new RuleResult(
        rule,
        proofs,
        List.of(),
        assumptions,
        notes,
        findings,
        List.of(),
        Optional.empty(),
        List.of());
  }
}
