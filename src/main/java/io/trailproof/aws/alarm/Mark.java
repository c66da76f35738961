package io.trailproof.aws.alarm;

/** A datapoint as the evaluation of an alarm sees it. */
enum Mark {
  FINE,
  BREACHING,
  MISSING
}
