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
 */
public record RuleResult(
    Rule rule,
    List<EventProof> proofs,
    List<AccountProofs> accounts,
    List<Assumption> assumptions,
    List<Note> notes,
    List<Finding> findings,
    List<Outlook> outlooks,
    Optional<Before> before) {
  public RuleResult {
    accounts = List.copyOf(accounts);
    outlooks = List.copyOf(outlooks);
    proofs = List.copyOf(proofs);
    assumptions = List.copyOf(assumptions);
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
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
    return new RuleResult(rule, proofs, accounts, assumptions, notes, findings, outlooks, state);
  }

  /** The same with one more thing that is worth knowing. */
  public RuleResult noting(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new RuleResult(rule, proofs, accounts, assumptions, more, findings, outlooks, before);
  }

  /** A result that hangs on nothing that the inputs leave open, and of no plan. */
  public static RuleResult of(
      Rule rule,
      List<EventProof> proofs,
      List<Assumption> assumptions,
      List<Note> notes,
      List<Finding> findings) {
    return new RuleResult(
        rule, proofs, List.of(), assumptions, notes, findings, List.of(), Optional.empty());
  }
}
