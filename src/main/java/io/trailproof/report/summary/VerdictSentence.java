package io.trailproof.report.summary;

import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** What the one word for a run means here, as a sentence. */
final class VerdictSentence {
  private VerdictSentence() {}

  /** The sentence; begins with a capital, no full stop. */
  static Phrase of(Stamp stamp, CheckResult result, List<Check> checks) {
    return switch (stamp) {
      case INCOMPLETE -> unread(result);
      case NOT_APPLICABLE -> Phrase.plain("Nothing here is about these rules");
      case PROVEN -> checks.size() == 1 ? proven(checks.get(0)) : allProven(checks);
      case BROKEN -> checks.size() == 1 ? broken(checks.get(0)) : someBroken(checks);
      case UNKNOWN -> checks.size() == 1 ? unknown(checks.get(0)) : someUnknown(checks);
    };
  }

  private static Phrase unread(CheckResult result) {
    List<Diagnostic> errors = result.diagnostics().stream().filter(Diagnostic::isError).toList();
    int configured = (int) errors.stream().filter(result::isOfConfiguration).count();
    String wrong = "he configuration has " + Words.counted(configured, "error");
    List<String> unread =
        errors.stream()
            .filter(error -> !result.isOfConfiguration(error))
            .map(Diagnostic::input)
            .distinct()
            .toList();
    if (unread.isEmpty()) {
      return Phrase.plain("T" + wrong);
    }
    List<String> inputs =
        result.deployments().stream().flatMap(one -> one.inputs().stream()).distinct().toList();
    String count =
        inputs.containsAll(unread)
            ? unread.size() + " of " + Words.counted(inputs.size(), "input")
            : Words.counted(unread.size(), "input");
    return Phrase.plain(count + " could not be read" + (configured == 0 ? "" : ", and t" + wrong));
  }

  private static Phrase proven(Check check) {
    return check
        .rule()
        .rule()
        .subject()
        .map(subject -> Phrase.plain(capital(subject) + " reaches a subscriber"))
        .orElseGet(() -> Phrase.plain("Holds: " + check.rule().rule().title()));
  }

  private static Phrase allProven(List<Check> checks) {
    int rules = rules(checks);
    return Phrase.plain(
        "All "
            + Words.counted(checks.stream().mapToInt(Check::events).sum(), "event")
            + " of "
            + Words.counted(rules, "rule")
            + (checks.size() > rules
                ? " reach a subscriber in " + Words.counted(deployments(checks), "deployment")
                : " reach a subscriber"));
  }

  private static Phrase broken(Check check) {
    Optional<String> subject = check.rule().rule().subject();
    if (check.away() == 0 && check.taken() > 0) {
      return Phrase.plain(
          check.taken()
              + " of "
              + Words.counted(check.events(), "event")
              + " reach somebody by "
              + check.takingWays()
              + " alone, which does not count here");
    }
    if (subject.isEmpty()) {
      return Phrase.plain("Does not hold: " + check.rule().rule().title());
    }
    String in =
        check.away() == check.events()
            ? ""
            : " in " + check.away() + " of " + Words.counted(check.events(), "case");
    return Phrase.plain("Nobody is told of " + subject.get() + in);
  }

  private static Phrase someBroken(List<Check> checks) {
    List<Check> broken = checks.stream().filter(one -> one.verdict() == Verdict.FAIL).toList();
    int all = deployments(checks);
    if (all == 1) {
      return Phrase.plain(
          "Events of "
              + rules(broken)
              + " of "
              + Words.counted(rules(checks), "rule")
              + " get away");
    }
    String where = deployments(broken) + " of " + Words.counted(all, "deployment");
    Optional<String> subject = broken.get(0).rule().rule().subject();
    boolean allLost = broken.stream().allMatch(one -> one.away() == one.events());
    return Phrase.plain(
        rules(checks) == 1 && allLost && subject.isPresent()
            ? "Nobody is told of " + subject.get() + " in " + where
            : "Events get away in " + where);
  }

  private static Phrase unknown(Check check) {
    return check
        .rule()
        .rule()
        .subject()
        .map(subject -> Phrase.plain("Whether anybody is told of " + subject))
        .orElseGet(() -> Phrase.plain("Whether it holds: " + check.rule().rule().title()));
  }

  private static Phrase someUnknown(List<Check> checks) {
    List<Check> open = checks.stream().filter(one -> one.verdict() == Verdict.UNKNOWN).toList();
    int all = deployments(checks);
    return Phrase.plain(
        all == 1
            ? "Whether the events of "
                + rules(open)
                + " of "
                + Words.counted(rules(checks), "rule")
                + " reach anybody"
            : "Whether all events reach anybody in "
                + deployments(open)
                + " of "
                + Words.counted(all, "deployment"));
  }

  private static int rules(List<Check> checks) {
    return (int) checks.stream().map(one -> one.rule().rule().id()).distinct().count();
  }

  private static int deployments(List<Check> checks) {
    return (int) checks.stream().map(Check::deployment).distinct().count();
  }

  private static String capital(String text) {
    return Phrase.plain(text).capital().text();
  }
}
