package io.trailproof.rule.control;

import java.util.Locale;

/** How sure it is that a rule serves a control; what is only arguable is none. */
public enum Certainty {
  /** AWS itself says so, or two transcriptions of the benchmark have the same number. */
  CERTAIN,
  /** Two different paths lead to it, or one transcription of the benchmark. */
  LIKELY;

  /** As files and results spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
