package io.trailproof.check.result;

import io.trailproof.rule.Verdict;
import java.util.List;

/**
 * What comes of a rule if what the inputs leave open turns out in some way.
 *
 * @param when the answers that matter, in words; empty if none does
 * @param broken the requirements that break then, or cannot be told
 * @param settledBy options that would tell whether it turns out so
 */
public record Outlook(
    List<String> when, Verdict verdict, List<String> broken, List<String> settledBy) {
  public Outlook {
    settledBy = List.copyOf(settledBy);
    when = List.copyOf(when);
    broken = List.copyOf(broken);
  }
}
