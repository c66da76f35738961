package io.trailproof.report;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.report.summary.ControlWords;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.FindingPlace;
import io.trailproof.report.text.Markup;
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
  private static final int LONGEST_BODY = 4_000;

  /** One case as it is counted and written. */
  private record Case(String rule, String event, Outcome outcome, String message, String body) {}

  private enum Outcome {
    PASSED,
    BROKEN,
    UNKNOWN,
    SKIPPED,
    ERROR
  }

  private record Suite(String name, List<Case> cases) {
    long count(Outcome... outcomes) {
      List<Outcome> counted = List.of(outcomes);
      return cases.stream().filter(one -> counted.contains(one.outcome())).count();
    }
  }

  @Override
  public void write(CheckResult result, Appendable out) throws IOException {
    List<Suite> suites = new ArrayList<>();
    List<Case> unread =
        result.diagnostics().stream().filter(Diagnostic::isError).map(JunitReport::unread).toList();
    if (!unread.isEmpty()) {
      suites.add(new Suite("inputs", unread));
    }
    for (DeploymentResult deployment : result.readable()) {
      suites.add(suite(deployment, result));
    }
    Markup xml = new Markup().own("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    Suite all = new Suite("", suites.stream().flatMap(suite -> suite.cases().stream()).toList());
    xml.open("testsuites", attributes("trailproof", all)).line();
    suites.forEach(suite -> write(suite, xml));
    xml.close().line();
    out.append(xml.toString());
  }

  private static String[] attributes(String name, Suite suite) {
    return new String[] {
      "name", name,
      "tests", Integer.toString(suite.cases().size()),
      "failures", Long.toString(suite.count(Outcome.BROKEN, Outcome.UNKNOWN)),
      "errors", Long.toString(suite.count(Outcome.ERROR)),
      "skipped", Long.toString(suite.count(Outcome.SKIPPED)),
    };
  }

  private static Case unread(Diagnostic diagnostic) {
    String place =
        diagnostic.primary() == null ? diagnostic.input() : diagnostic.primary().part().toString();
    return new Case(
        diagnostic.code(),
        CleanText.line(diagnostic.input()),
        Outcome.ERROR,
        CleanText.line(diagnostic.message()),
        lines(place, diagnostic.help()));
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
                    lines(
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

  private static String lines(String first, List<String> help) {
    List<String> lines = new ArrayList<>();
    lines.add(CleanText.line(first));
    help.forEach(one -> lines.add("to do: " + CleanText.line(one)));
    return CleanText.cut(String.join("\n", lines), LONGEST_BODY);
  }

  private static void write(Suite suite, Markup xml) {
    xml.own("  ").open("testsuite", attributes(suite.name(), suite)).line();
    for (Case one : suite.cases()) {
      write(one, xml);
    }
    xml.own("  ").close().line();
  }

  private static void write(Case one, Markup xml) {
    String[] names = {"name", one.event(), "classname", one.rule(), "time", "0"};
    xml.own("    ");
    if (one.outcome() == Outcome.PASSED) {
      xml.empty("testcase", names).line();
      return;
    }
    xml.open("testcase", names);
    String message = CleanText.line(one.message());
    switch (one.outcome()) {
      case SKIPPED -> xml.empty("skipped", "message", message);
      case ERROR -> xml.element("error", one.body(), "message", message, "type", "unreadable");
      case BROKEN -> xml.element("failure", one.body(), "message", message, "type", "broken");
      case UNKNOWN -> xml.element("failure", one.body(), "message", message, "type", "unknown");
      case PASSED -> throw new IllegalStateException("written above");
    }
    xml.close().line();
  }
}
