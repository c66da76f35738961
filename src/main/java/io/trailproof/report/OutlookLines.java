package io.trailproof.report;

import io.trailproof.check.result.Outlook;
import io.trailproof.check.result.RuleResult;
import io.trailproof.report.text.Plain;
import io.trailproof.report.text.Style;
import io.trailproof.report.text.Style.Meaning;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.List;

/** What hangs on things that the inputs leave open, and what a plan takes away. */
final class OutlookLines {
  private final Style style;

  OutlookLines(Style style) {
    this.style = style;
  }

  void of(RuleResult rule, List<String> lines) {
    if (!rule.outlooks().isEmpty()) {
      lines.add("  it depends on what the input leaves open:");
      for (Outlook outlook : rule.outlooks()) {
        lines.add("    - " + outlook(rule.rule(), outlook));
      }
      lines.add("");
    }
    rule.before()
        .ifPresent(
            before -> {
              for (String line : before.lost()) {
                lines.add("  " + style.paint(Meaning.BAD, Plain.text(line, style)));
              }
              if (!before.lost().isEmpty()) {
                lines.add("");
              }
            });
  }

  private String outlook(Rule rule, Outlook outlook) {
    String when =
        outlook.when().isEmpty() ? "otherwise" : "when " + String.join(" and ", outlook.when());
    String broken =
        outlook.verdict() == Verdict.PASS ? "" : " (" + String.join(", ", outlook.broken()) + ")";
    return new VerdictText(style).word(rule, outlook.verdict())
        + " "
        + Plain.text(when, style)
        + broken;
  }
}
