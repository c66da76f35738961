package io.trailproof.diagnostic;

/** How much a diagnostic or finding weighs, lightest first. */
public enum Severity {
  NOTE,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL,
  ERROR;

  /** The word users see and write. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
