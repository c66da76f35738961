package io.trailproof.rule.control;

import java.util.Locale;

/** What a rule is to a control that it serves. */
public enum Tie {
  /** The control asks for this alarm. */
  SAME,
  /** The alarm is evidence for a wider control. */
  SUPPORTS;

  /** As files and results spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
