package io.trailproof.rule;

/** Whether the calls of an event change something; CloudTrail records it as {@code readOnly}. */
public enum CallAccess {
  /** They change nothing. */
  READ,
  /** They change something. */
  WRITE,
  /** Some do and some do not. */
  BOTH
}
