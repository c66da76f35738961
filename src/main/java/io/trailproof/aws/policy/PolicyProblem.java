package io.trailproof.aws.policy;

/**
 * Why a document is no policy of its kind.
 *
 * @param refused whether the API certainly refuses it
 */
record PolicyProblem(String what, boolean refused) {
  static PolicyProblem refused(String what) {
    return new PolicyProblem(what, true);
  }

  /** What no text says that every API refuses. */
  static PolicyProblem strange(String what) {
    return new PolicyProblem(what, false);
  }

  /** The same problem of a part. */
  PolicyProblem of(String part) {
    return new PolicyProblem(part + " is malformed: " + what, refused);
  }
}
