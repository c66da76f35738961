package io.trailproof.aws.policy;

/**
 * Why a document is no policy of its kind.
 *
 * @param refused whether the API certainly refuses it
 */
record Problem(String what, boolean refused) {
  static Problem refused(String what) {
    return new Problem(what, true);
  }

  /** What no text says that every API refuses. */
  static Problem strange(String what) {
    return new Problem(what, false);
  }

  /** The same problem of a part. */
  Problem of(String part) {
    return new Problem(part + " is malformed: " + what, refused);
  }
}
