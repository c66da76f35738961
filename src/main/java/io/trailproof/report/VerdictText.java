package io.trailproof.report;

import io.trailproof.report.text.Style;
import io.trailproof.report.text.Style.Meaning;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;

/** Verdicts as users see them: a chain is proven or broken, the words of a benchmark are met. */
public record VerdictText(Style style) {
  /** The word for a verdict of a rule. */
  public String word(Rule rule, Verdict verdict) {
    return switch (verdict) {
      case PASS -> style.paint(Meaning.GOOD, rule.isAboutWords() ? "met" : "proven");
      case FAIL -> style.paint(Meaning.BAD, rule.isAboutWords() ? "not met" : "broken");
      case UNKNOWN -> style.paint(Meaning.UNSURE, "unknown");
    };
  }

  /** The sign for it. */
  public String mark(Verdict verdict) {
    return switch (verdict) {
      case PASS -> style.paint(Meaning.GOOD, style.choose("✓", "+"));
      case FAIL -> style.paint(Meaning.BAD, style.choose("✗", "x"));
      case UNKNOWN -> style.paint(Meaning.UNSURE, "?");
    };
  }
}
