package io.trailproof.check;

import io.trailproof.check.result.AccountProofs;
import io.trailproof.check.result.ChainPath;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.Outlook;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.Hypothesis;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one result of a rule in a deployment that can turn out in several ways: it passes if all ways
 * pass, fails if all fail, and else nobody can tell. Each way is judged whole, and not event by
 * event, since only one of them comes true.
 */
final class OpenWays {
  private OpenWays() {}

  /**
   * The result over all ways.
   *
   * @param ways one at least, in the order of the input
   */
  static RuleResult of(List<Hypothesis<RuleResult>> ways) {
    List<Outlook> outlooks = Outlooks.of(ways);
    RuleResult worst = ways.get(0).then();
    for (Hypothesis<RuleResult> way : ways) {
      if (way.then().verdict().compareTo(worst.verdict()) < 0) {
        worst = way.then();
      }
    }
    boolean certain = ways.stream().allMatch(way -> way.then().verdict() == Verdict.FAIL);
    if (worst.verdict() == Verdict.FAIL && !certain) {
      worst = undecided(worst, outlooks);
    }
    Set<Assumption> assumptions = new LinkedHashSet<>(worst.assumptions());
    boolean proven = worst.verdict() == Verdict.PASS;
    if (proven) {
      // Proven is what holds either way, so it rests on what each of them rests on.
      ways.forEach(one -> assumptions.addAll(one.then().assumptions()));
    }
    EachEvent each = new EachEvent(ways); // of what is proven it may need another way in one case
    return new RuleResult(
        worst.rule(),
        proven ? each.proofs() : worst.proofs(),
        proven ? each.accounts() : worst.accounts(),
        List.copyOf(assumptions),
        worst.notes(),
        worst.findings(),
        outlooks.size() > 1 ? outlooks : List.of(),
        Optional.empty(),
        List.of());
  }

  /**
   * The same, where each event is asked for itself: it counts what comes of it however things turn
   * out, since another way is to make up for the rest.
   */
  static RuleResult eachEvent(List<Hypothesis<RuleResult>> ways) {
    RuleResult all = of(ways);
    EachEvent each = new EachEvent(ways);
    return new RuleResult(
        all.rule(),
        each.proofs(),
        each.accounts(),
        all.assumptions(),
        all.notes(),
        all.findings(),
        all.outlooks(),
        all.before(),
        all.otherWays());
  }

  /** A result that comes true in some ways only: what is broken then cannot be told now. */
  private static RuleResult undecided(RuleResult broken, List<Outlook> outlooks) {
    return new RuleResult(
        broken.rule(),
        undecided(broken.proofs()),
        broken.accounts().stream()
            .map(one -> new AccountProofs(one.account(), one.words(), undecided(one.proofs())))
            .toList(),
        broken.assumptions(),
        broken.notes(),
        broken.findings().stream().map(finding -> undecided(finding, outlooks)).toList(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static List<EventProof> undecided(List<EventProof> proofs) {
    return proofs.stream().map(proof -> undecided(proof, List.of())).toList();
  }

  /** A path whose breaches cannot be told, and come true where some answers do. */
  static EventProof undecided(EventProof proof, List<String> answers) {
    String when = answers.isEmpty() ? "" : "when " + String.join(" and ", answers) + ", ";
    return new EventProof(
        proof.event(),
        proof.chain(),
        new ChainPath(proof.path().steps().stream().map(one -> undecided(one, when)).toList()));
  }

  private static PathStep undecided(PathStep step, String when) {
    List<Judged> judged = new ArrayList<>();
    for (Judged one : step.judged()) {
      Judgement judgement = one.judgement();
      judged.add(
          judgement.verdict() == Verdict.FAIL
              ? new Judged(
                  one.requirement(),
                  new Judgement(
                      Verdict.UNKNOWN,
                      when + judgement.why(),
                      judgement.labels(),
                      List.of(),
                      judgement.notes()))
              : one);
    }
    return new PathStep(step.link(), step.previous(), step.resource(), judged);
  }

  private static Finding undecided(Finding finding, List<Outlook> outlooks) {
    if (finding.verdict() != Verdict.FAIL) {
      return finding;
    }
    Optional<Outlook> when =
        outlooks.stream()
            .filter(one -> one.verdict() == Verdict.FAIL && one.broken().contains(finding.code()))
            .filter(one -> !one.when().isEmpty())
            .findFirst();
    String then = when.map(one -> "when " + String.join(" and ", one.when()) + ", ").orElse("");
    List<String> help = new ArrayList<>(finding.help());
    when.flatMap(one -> one.settledBy().stream().findFirst())
        .ifPresent(option -> help.add("`" + option + "` tells which way it is"));
    return new Finding(
        finding.code(),
        finding.link(),
        Verdict.UNKNOWN,
        finding.severity(),
        "cannot tell: " + then + finding.message(),
        finding.address(),
        finding.input(),
        finding.labels(),
        finding.reasons(),
        finding.events(),
        help,
        finding.facts(),
        finding.acceptance());
  }
}
