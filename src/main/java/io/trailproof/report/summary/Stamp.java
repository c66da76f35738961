package io.trailproof.report.summary;

import io.trailproof.check.result.CheckResult;
import io.trailproof.rule.Verdict;
import java.util.List;

/** The one word for a run. */
public enum Stamp {
  PROVEN("Proven"),
  BROKEN("Broken"),
  UNKNOWN("Unknown"),
  NOT_APPLICABLE("Not applicable"),
  /** An input could not be read: nothing is called proven while anything is unread. */
  INCOMPLETE("Incomplete");

  private final String word;

  Stamp(String word) {
    this.word = word;
  }

  /** The stamp of a run; neither gate nor accepted findings change it. */
  public static Stamp of(CheckResult result) {
    if (result.hasUnreadable()) {
      return INCOMPLETE;
    }
    List<Check> checks = Check.of(result);
    if (checks.stream().anyMatch(check -> check.verdict() == Verdict.FAIL)) {
      return BROKEN;
    }
    if (checks.stream().anyMatch(check -> check.verdict() == Verdict.UNKNOWN)) {
      return UNKNOWN;
    }
    return checks.isEmpty() ? NOT_APPLICABLE : PROVEN;
  }

  /** The word, with a capital. */
  public String word() {
    return word;
  }
}
