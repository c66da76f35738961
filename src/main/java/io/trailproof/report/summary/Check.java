package io.trailproof.report.summary;

import io.trailproof.check.result.Before;
import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.RuleResult;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One rule that counts, judged for one deployment. */
public record Check(DeploymentResult deployment, RuleResult rule) {
  /**
   * All checks of a run: of what could be read, the rules that count and had something to judge.
   */
  public static List<Check> of(CheckResult result) {
    List<Check> checks = new ArrayList<>();
    for (DeploymentResult deployment : result.readable()) {
      for (RuleResult rule : deployment.rules()) {
        if (rule.isApplicable() && !result.informs(rule)) {
          checks.add(new Check(deployment, rule));
        }
      }
    }
    return checks;
  }

  /** What came of it. */
  public Verdict verdict() {
    return rule.verdict();
  }

  /** How many events do not arrive, or may not. */
  public int lost() {
    return rule.count(verdict() == Verdict.UNKNOWN ? Verdict.UNKNOWN : Verdict.FAIL);
  }

  /** True if a way that does not count takes an event that those that count do not prove. */
  public boolean isTaken(EventProof proof) {
    return proof.verdict() == Verdict.FAIL
        && rule.otherWays().stream().anyMatch(way -> way.takes(proof));
  }

  /** How many events reach nobody by any way. */
  public int away() {
    return (int)
        rule.proofs().stream()
            .filter(one -> one.verdict() == Verdict.FAIL && !isTaken(one))
            .count();
  }

  /** How many events are told of by ways alone that do not count. */
  public int taken() {
    return (int) rule.proofs().stream().filter(this::isTaken).count();
  }

  /** The words for the ways that do not count and take events. */
  public String takingWays() {
    return rule.otherWays().stream()
        .filter(way -> rule.proofs().stream().anyMatch(one -> isTaken(one) && way.takes(one)))
        .map(way -> way.chain().title())
        .collect(Collectors.joining(" and "));
  }

  /** The option that lets those ways count. */
  public String optionForTakingWays() {
    return rule.otherWays().stream()
        .filter(way -> rule.proofs().stream().anyMatch(one -> isTaken(one) && way.takes(one)))
        .map(way -> "--ways " + way.chain().way())
        .collect(Collectors.joining(" "));
  }

  /** How many events the rule names. */
  public int events() {
    return rule.proofs().size();
  }

  /** True if it was proven before the plan and is not any more. */
  public boolean isNewlyBroken() {
    return verdict() != Verdict.PASS
        && rule.before().map(Before::verdict).filter(Verdict.PASS::equals).isPresent();
  }

  /** True if the plan makes it whole. */
  public boolean isRepaired() {
    return verdict() == Verdict.PASS
        && rule.before().map(Before::verdict).filter(was -> was != Verdict.PASS).isPresent();
  }

  /** What users call the deployment: its name, or its files. */
  public String where() {
    return nameOf(deployment);
  }

  /** What users call a deployment: its name, or its files. */
  public static String nameOf(DeploymentResult deployment) {
    return deployment.isNamed() ? deployment.name() : String.join(", ", deployment.inputs());
  }
}
