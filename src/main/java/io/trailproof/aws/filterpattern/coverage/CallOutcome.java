package io.trailproof.aws.filterpattern.coverage;

/** Which of the records of some calls are asked about (F29). */
public enum CallOutcome {
  /** Those of calls that did what they were asked to. */
  SUCCESS,
  /** Those of calls that were refused. */
  FAILURE,
  /** Both. */
  ANY
}
