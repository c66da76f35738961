package io.trailproof.check;

import io.trailproof.check.result.AccountProofs;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.Outlook;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.Hypothesis.Answer;
import io.trailproof.graph.Resource;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Note;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The one result of a rule in a deployment of several accounts: each is judged for itself, and the
 * worst counts.
 */
final class AccountByAccount {
  private final Rule rule;
  private final JudgedAccounts accounts;
  private final Function<Predicate<Resource>, RuleResult> judge;
  private final Function<List<Hypothesis<RuleResult>>, RuleResult> open;

  /**
   * A check of several accounts.
   *
   * @param judge the result of the rule for the events that some of the first link's resources
   *     record
   * @param open the one result of an account that may be another one's
   */
  AccountByAccount(
      Rule rule,
      JudgedAccounts accounts,
      Function<Predicate<Resource>, RuleResult> judge,
      Function<List<Hypothesis<RuleResult>>, RuleResult> open) {
    this.rule = rule;
    this.accounts = accounts;
    this.judge = judge;
    this.open = open;
  }

  RuleResult result() {
    List<RuleResult> results = accounts.accounts().stream().map(this::of).toList();
    Set<Assumption> assumptions = new LinkedHashSet<>();
    Set<Note> notes = new LinkedHashSet<>();
    Set<Outlook> outlooks = new LinkedHashSet<>();
    for (RuleResult one : results) {
      assumptions.addAll(one.assumptions());
      notes.addAll(one.notes());
      outlooks.addAll(one.outlooks());
    }
    return new RuleResult(
        rule,
        worst(results),
        proofs(results),
        List.copyOf(assumptions),
        List.copyOf(notes),
        findings(results),
        List.copyOf(outlooks),
        Optional.empty(),
        List.of());
  }

  /** Of an account that no input names it may be open whether it is another one's. */
  private RuleResult of(JudgedAccounts.Account account) {
    RuleResult apart = judge.apply(account.starts()::contains);
    if (account.isCertain() || apart.verdict() == Verdict.PASS) {
      return reached(account, apart);
    }
    String question = "whether " + account.words() + " is one of the others";
    Optional<String> option = Optional.of("--account");
    return open.apply(
        List.of(
            new Hypothesis<>(
                List.of(
                    new Answer(question, account.words() + " is another than the rest", option)),
                reached(account, apart)),
            new Hypothesis<>(
                List.of(new Answer(question, account.words() + " is that of the rest", option)),
                judge.apply(account.perhaps()::contains))));
  }

  /** F15: an organization's trail records what happens in its members. */
  private static RuleResult reached(JudgedAccounts.Account account, RuleResult result) {
    Set<Assumption> assumptions = new LinkedHashSet<>(result.assumptions());
    for (EventProof proof : result.proofs()) {
      proof
          .path()
          .steps()
          .get(0)
          .resource()
          .filter(start -> proof.verdict() == Verdict.PASS && !account.owns(start))
          .ifPresent(
              start ->
                  assumptions.add(
                      new Assumption(
                          Assumed.ORGANIZATION_MEMBER,
                          account.words()
                              + " belongs to the organization whose trail this is (F15)",
                          start.address())));
    }
    return RuleResult.of(
        result.rule(),
        result.proofs(),
        List.copyOf(assumptions),
        result.notes(),
        result.findings());
  }

  private List<EventProof> worst(List<RuleResult> results) {
    List<EventProof> worst = new ArrayList<>(results.get(0).proofs());
    for (RuleResult one : results) {
      for (int i = 0; i < worst.size(); i++) {
        if (one.proofs().get(i).doesLessThan(worst.get(i), rule.chain())) {
          worst.set(i, one.proofs().get(i));
        }
      }
    }
    return worst;
  }

  private List<AccountProofs> proofs(List<RuleResult> results) {
    List<AccountProofs> all = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      JudgedAccounts.Account account = accounts.accounts().get(i);
      all.add(new AccountProofs(account.name(), account.words(), results.get(i).proofs()));
    }
    return all;
  }

  private record Key(String code, String address, String input, String message) {}

  /** Each once, with the accounts that it costs. */
  private List<Finding> findings(List<RuleResult> results) {
    Map<Key, Finding> first = new LinkedHashMap<>();
    Map<Key, List<String>> where = new LinkedHashMap<>();
    for (int i = 0; i < results.size(); i++) {
      for (Finding one : results.get(i).findings()) {
        Key key = new Key(one.code(), one.address(), one.input(), one.message());
        first.putIfAbsent(key, one);
        where
            .computeIfAbsent(key, any -> new ArrayList<>())
            .add(accounts.accounts().get(i).words());
      }
    }
    List<Finding> findings = new ArrayList<>();
    first.forEach(
        (key, one) ->
            findings.add(one.in(String.join(" and ", where.getOrDefault(key, List.of())))));
    findings.sort(Comparator.comparing(Finding::verdict));
    return findings;
  }
}
