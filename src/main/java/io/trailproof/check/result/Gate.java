package io.trailproof.check.result;

import io.trailproof.diagnostic.Severity;
import io.trailproof.rule.Verdict;
import java.util.Optional;

/**
 * Which findings make a run fail.
 *
 * @param failOn the lightest severity that does; empty if none does. Below {@code LOW} are the
 *     rules that only inform
 * @param unknown what is made of what the input does not tell
 * @param regression true if only that fails which was proven before and is not any more
 */
public record Gate(Optional<Severity> failOn, OnUnknown unknown, boolean regression) {
  /** The default: every finding, and unknown counts as one. */
  public static final Gate STRICT = new Gate(Optional.of(Severity.LOW), OnUnknown.FAIL, false);

  /** What is made of what the input does not tell. */
  public enum OnUnknown {
    /** It fails the run. */
    FAIL,
    /** It is reported and lets the run pass. */
    WARN,
    /** It lets the run pass. */
    PASS
  }

  /** True for a rule whose verdict is only told: it closes no gate, and is not counted. */
  public boolean informs(RuleResult rule) {
    return rule.rule().isInformational() && !failOn.equals(Optional.of(Severity.NOTE));
  }

  /** True if a finding of a rule makes the run fail. */
  public boolean refuses(RuleResult rule, Finding finding) {
    return refuses(finding) && !(regression && !rule.isRegression());
  }

  private boolean refuses(Finding finding) {
    if (finding.isAccepted()
        || (finding.verdict() == Verdict.UNKNOWN && unknown != OnUnknown.FAIL)) {
      return false;
    }
    return failOn.isPresent() && finding.severity().compareTo(failOn.get()) >= 0;
  }

  /** True if some finding of a rule makes the run fail. */
  public boolean refuses(RuleResult rule) {
    return rule.findings().stream().anyMatch(finding -> refuses(rule, finding));
  }
}
