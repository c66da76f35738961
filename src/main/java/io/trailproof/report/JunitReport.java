package io.trailproof.report;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.report.JunitXml.Case;
import io.trailproof.report.JunitXml.Outcome;
import io.trailproof.report.JunitXml.Suite;
import io.trailproof.report.summary.ControlWords;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.FindingPlace;
import io.trailproof.rule.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JUnit XML: a suite for each deployment, a case for each event of each rule, and a suite for
 * inputs that could not be read.
 *
 * <p>What makes the run fail is a failure (of type {@code broken} or {@code unknown}); what does
 * not is skipped, and says what it is. Every case takes no time, since a proof is of no moment and
 * Surefire's schema asks for a time.
 */
final class JunitReport implements Reporter {
  @Override
  public void write(CheckResult result, Appendable out) throws IOException {
    List<Suite> suites = new ArrayList<>();
    JunitXml.unread("inputs", result.diagnostics()).ifPresent(suites::add);
    for (DeploymentResult deployment : result.readable()) {
      suites.add(suite(deployment, result));
    }
    JunitXml.write(suites, out);
  }

  private static Suite suite(DeploymentResult deployment, CheckResult result) {
    String name = deployment.isNamed() ? deployment.name() : String.join(", ", deployment.inputs());
    List<Case> cases = new ArrayList<>();
    for (RuleResult rule : deployment.rules()) {
      if (!rule.isApplicable()) {
        cases.add(
            new Case(rule.rule().id(), "not applicable", Outcome.SKIPPED, "nothing to judge", ""));
      }
      for (EventProof proof : rule.proofs()) {
        cases.add(of(proof, rule, deployment, result));
      }
    }
    return new Suite(CleanText.line(name), cases);
  }

  private static Case of(
      EventProof proof, RuleResult rule, DeploymentResult deployment, CheckResult result) {
    String id = rule.rule().id();
    String event = proof.event().name();
    if (proof.verdict() == Verdict.PASS) {
      return new Case(id, event, Outcome.PASSED, "", "");
    }
    Optional<Finding> finding = finding(proof, rule);
    String accepted =
        finding
            .flatMap(Finding::acceptance)
            .map(word -> "accepted until " + word.until() + ", " + word.reason() + ": ")
            .orElse("");
    String message = accepted + finding.map(Finding::message).orElse(proof.verdict().word());
    String body =
        finding
            .map(
                one ->
                    JunitXml.lines(
                        one.code()
                            + " at "
                            + FindingPlace.of(deployment, one).shown()
                            + (rule.rule().asked().isEmpty()
                                ? ""
                                : ", " + ControlWords.asked(rule.rule())),
                        one.help()))
            .orElse("");
    return new Case(id, event, outcome(proof.verdict(), finding, rule, result), message, body);
  }

  private static Outcome outcome(
      Verdict verdict, Optional<Finding> finding, RuleResult rule, CheckResult result) {
    boolean gates =
        finding.map(one -> result.gate().refuses(rule, one)).orElse(true) && !result.informs(rule);
    if (!gates) {
      return Outcome.SKIPPED;
    }
    return verdict == Verdict.FAIL ? Outcome.BROKEN : Outcome.UNKNOWN;
  }

  /** The finding that an event does not arrive for. */
  private static Optional<Finding> finding(EventProof proof, RuleResult rule) {
    return rule.findings().stream()
        .filter(one -> one.events().contains(proof.event().name()))
        .filter(one -> one.verdict() == proof.verdict())
        .findFirst();
  }
}
