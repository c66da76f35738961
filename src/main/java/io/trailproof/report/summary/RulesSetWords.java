package io.trailproof.report.summary;

import io.trailproof.check.result.CheckResult;
import java.util.ArrayList;
import java.util.List;

/** What a configuration sets of rules, as reports list it beside what it declares. */
public final class RulesSetWords {
  private RulesSetWords() {}

  /** One for each kind that there is. */
  public static List<String> of(CheckResult.RulesSet set) {
    List<String> parts = new ArrayList<>();
    if (set.off() > 0) {
      parts.add(Words.counted(set.off(), "rule") + " off");
    }
    if (set.severities() > 0) {
      parts.add("the severity of " + Words.counted(set.severities(), "rule"));
    }
    if (set.parameters() > 0) {
      parts.add(Words.counted(set.parameters(), "parameter"));
    }
    return parts;
  }

  /** In a sentence, after what else is said of the configuration; empty for nothing. */
  public static String after(CheckResult.RulesSet set) {
    List<String> parts = of(set);
    return parts.isEmpty() ? "" : ", and sets " + String.join(" and ", parts);
  }
}
