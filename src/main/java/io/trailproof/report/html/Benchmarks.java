package io.trailproof.report.html;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.RuleResult;
import io.trailproof.report.text.Markup;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Whether the words of benchmarks are met, which is another question. */
final class Benchmarks {
  private static final int MOST = 20;

  private Benchmarks() {}

  static void into(CheckResult result, Markup page) {
    List<RuleResult> rules = new ArrayList<>();
    for (DeploymentResult deployment : result.readable()) {
      deployment.rules().stream()
          .filter(rule -> rule.isApplicable() && result.informs(rule))
          .forEach(rules::add);
    }
    if (rules.isEmpty()) {
      return;
    }
    page.open("section").element("h2", "For information: the words of benchmarks");
    page.element(
        "p",
        "Whether an input says what a benchmark words is another question than whether anybody is"
            + " told. It fails nothing here.");
    page.open("ul");
    for (RuleResult rule : rules.subList(0, Math.min(MOST, rules.size()))) {
      page.open("li");
      Html.icon(Html.icon(rule.verdict()), page);
      page.element("code", rule.rule().id()).text(": " + word(rule.verdict()));
      rule.findings().stream()
          .findFirst()
          .ifPresent(
              finding -> {
                page.text("; ");
                Html.message(finding.message(), page);
              });
      page.close();
    }
    page.close();
    if (rules.size() > MOST) {
      page.element("p", "and " + (rules.size() - MOST) + " more");
    }
    page.close().line();
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "met";
      case FAIL -> "not met";
      case UNKNOWN -> "unknown";
    };
  }
}
